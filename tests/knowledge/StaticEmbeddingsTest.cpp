#include "core/knowledge/StaticEmbeddings.h"

#include "MadeModel.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFileInfo>

#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::knowledge;
using namespace baton::tests;

namespace {

constexpr double tolerance = 1e-5;

QString realModel()
{
    return QStringLiteral(BATON_SHARED_DATA "/../models/m2v");
}

double cosine(const Embedding &a, const Embedding &b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

const std::vector<std::string> fewWords{"[UNK]", "refund", "##s", "lamp", ".", "cafe"};

/// Two numbers a word: refund (1, 0), ##s (0, 1), lamp (0, 2), . (0, 0), cafe (−1, 0).
nlohmann::json plainHeader()
{
    return {{"embeddings", {{"dtype", "F32"}, {"shape", {6, 2}}, {"data_offsets", {0, 48}}}}};
}
QByteArray plainRows()
{
    return MadeModel::bytesOf<float>({9, 9, 1, 0, 0, 1, 0, 2, 0, 0, -1, 0});
}

} // namespace

class StaticEmbeddingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansTheRowsOfItsWordPieces()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        folder.tensors(plainHeader(), plainRows());
        folder.write(u"config.json"_s, R"({"model_type": "model2vec", "normalize": false})");
        const auto model = opened(folder);
        QCOMPARE(model->dimension(), 2);
        QCOMPARE(of(*model, u"Refunds, LAMP"_s), Embedding({1.0F / 3, 1}));
        QCOMPARE(of(*model, u"Café refund"_s), Embedding({0, 0}));
        QCOMPARE(of(*model, u"nothing it knows"_s), Embedding());
        QCOMPARE(of(*model, u"lampion lamp"_s), Embedding({0, 2})); // a rest that is no piece
        QCOMPARE(of(*model, {}), Embedding());
    }

    void hasALengthOfOneUnlessToldOtherwise()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        folder.tensors(plainHeader(), plainRows());
        QCOMPARE(of(*opened(folder), u"lamp"_s), Embedding({0, 1}));
    }

    void readsEveryKindOfNumber_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("row"); // 1, −2
        QTest::newRow("F64") << u"F64"_s << MadeModel::bytesOf<double>({1, -2});
        QTest::newRow("F32") << u"F32"_s << MadeModel::bytesOf<float>({1, -2});
        QTest::newRow("F16") << u"F16"_s << MadeModel::bytesOf<quint16>({0x3C00, 0xC000});
        QTest::newRow("BF16") << u"BF16"_s << MadeModel::bytesOf<quint16>({0x3F80, 0xC000});
        QTest::newRow("I8") << u"I8"_s << MadeModel::bytesOf<qint8>({1, -2});
    }
    void readsEveryKindOfNumber()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, row);
        MadeModel folder;
        folder.tokens(wordPieceTokens({"lamp"}));
        folder.tensors({{"embeddings",
                         {{"dtype", type.toStdString()},
                          {"shape", {1, 2}},
                          {"data_offsets", {0, row.size()}}}}},
                       row);
        folder.write(u"config.json"_s, R"({"normalize": false})");
        QCOMPARE(of(*opened(folder), u"lamp"_s), Embedding({1, -2}));
    }

    void weightsAndSharedRowsAreFollowed()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens({"a", "b"}));
        folder.tensors(
            {{"embeddings", {{"dtype", "F32"}, {"shape", {1, 2}}, {"data_offsets", {0, 8}}}},
             {"weights", {{"dtype", "F64"}, {"shape", {2}}, {"data_offsets", {8, 24}}}},
             {"mapping", {{"dtype", "I32"}, {"shape", {2}}, {"data_offsets", {24, 32}}}}},
            MadeModel::bytesOf<float>({2, 4}) + MadeModel::bytesOf<double>({0.5, 3})
                + MadeModel::bytesOf<qint32>({0, 0}));
        folder.write(u"config.json"_s, R"({"normalize": false})");
        QCOMPARE(of(*opened(folder), u"a"_s), Embedding({1, 2}));
        QCOMPARE(of(*opened(folder), u"a b"_s), Embedding({3.5F, 7}));
    }

    void unigramTakesTheLikeliestPieces()
    {
        MadeModel folder;
        folder.tokens(
            {{"normalizer",
              {{"type", "Sequence"},
               {"normalizers",
                {{{"type", "Lowercase"}},
                 {{"type", "Replace"}, {"pattern", {{"String", "!"}}}, {"content", " ! "}},
                 {{"type", "Replace"}, {"pattern", {{"Regex", "\\s+"}}}, {"content", " "}},
                 {{"type", "Strip"}}}}}},
             {"pre_tokenizer", {{"type", "Metaspace"}, {"replacement", "▁"}, {"split", false}}},
             {"model",
              {{"type", "Unigram"},
               {"unk_id", 0},
               {"vocab", nlohmann::json::parse(R"([["[UNK]", 0], ["▁lamp", -3], ["▁la", -1],
                   ["mp", -1.5], ["▁!", -2]])")}}}});
        folder.tensors(
            {{"embeddings", {{"dtype", "F32"}, {"shape", {5, 1}}, {"data_offsets", {0, 20}}}}},
            MadeModel::bytesOf<float>({100, 1, 10, 30, 5}));
        folder.write(u"config.json"_s, R"({"normalize": false})");
        // ▁la mp at −2.5 before ▁lamp at −3; what is unknown is left out.
        QCOMPARE(of(*opened(folder), u"LAMP"_s), Embedding({20}));
        QCOMPARE(of(*opened(folder), u"lamp!"_s), Embedding({15}));
        QCOMPARE(of(*opened(folder), u"  lamp   \U0001F600 "_s), Embedding({20}));
    }

    void refusesWhatIsWrongByName_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const nlohmann::json &header, const QByteArray &data,
                            const QString &problem) {
            QTest::newRow(name) << QByteArray::fromStdString(header.dump()) << data << problem;
        };
        const auto rows = [](const nlohmann::json &shape, const nlohmann::json &offsets,
                             const char *type = "F32") {
            return nlohmann::json{
                {"embeddings", {{"dtype", type}, {"shape", shape}, {"data_offsets", offsets}}}};
        };
        row("no tensor", {{"other", {{"dtype", "F32"}, {"shape", {1}}, {"data_offsets", {0, 4}}}}},
            QByteArray(4, '\0'), u"no tensor embeddings"_s);
        row("too few rows", rows({5, 2}, {0, 40}), QByteArray(40, '\0'),
            u"5 rows, where tokenizer.json has 6 tokens"_s);
        row("past the end", rows({6, 2}, {0, 48}), QByteArray(40, '\0'),
            u"data_offsets: expected two within 40 bytes"_s);
        row("backwards", rows({6, 2}, {48, 0}), QByteArray(48, '\0'), u"data_offsets"_s);
        row("negative", rows({6, 2}, {-8, 40}), QByteArray(48, '\0'), u"data_offsets"_s);
        row("shape and bytes differ", rows({6, 3}, {0, 48}), QByteArray(48, '\0'),
            u"where its shape needs 72"_s);
        row("a shape beyond all numbers", rows({2147483647, 2147483647, 2147483647}, {0, 48}),
            QByteArray(48, '\0'), u"shape"_s);
        row("unknown numbers", rows({6, 2}, {0, 48}, "F8"), QByteArray(48, '\0'),
            u"tensor embeddings: expected rows"_s);
        nlohmann::json both = plainHeader();
        both["weights"] = {{"dtype", "F32"}, {"shape", {6}}, {"data_offsets", {24, 48}}};
        row("overlap", both, QByteArray(48, '\0'), u"embeddings and weights overlap"_s);
        nlohmann::json mapped = plainHeader();
        mapped["mapping"] = {{"dtype", "I32"}, {"shape", {6}}, {"data_offsets", {48, 72}}};
        row("a row that is not there", mapped,
            QByteArray(48, '\0') + MadeModel::bytesOf<qint32>({0, 1, 2, 3, 4, 6}),
            u"token 5 has no row"_s);
        QTest::newRow("no JSON") << "{\"embeddings\":"_ba << QByteArray(48, '\0')
                                 << u"header: expected a JSON object"_s;
        QTest::newRow("a list") << "[]"_ba << QByteArray(48, '\0')
                                << u"header: expected a JSON object"_s;
    }
    void refusesWhatIsWrongByName()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, data);
        QFETCH(QString, problem);
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        folder.tensors(header, data);
        const Error error = refusal(folder);
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY2(error.subject.endsWith(u"model.safetensors"_s), qPrintable(error.subject));
        QVERIFY2(error.detail.contains(problem), qPrintable(error.detail));
    }

    void refusesALengthThatTheFileHasNot()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        for (const quint64 length : {quint64(1) << 63, quint64(49), ~quint64(0)}) {
            folder.write(u"model.safetensors"_s, MadeModel::bytesOf(length) + QByteArray(48, ' '));
            QVERIFY(refusal(folder).detail.startsWith(u"header"_s));
        }
        folder.write(u"model.safetensors"_s, "short");
        QVERIFY(refusal(folder).detail.contains(u"too short"_s));
        folder.write(u"model.safetensors"_s, {});
        QVERIFY(refusal(folder).detail.contains(u"too short"_s));
    }

    void aNumberThatIsNoneIsTold()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens({"good", "bad"}));
        folder.tensors(
            {{"embeddings", {{"dtype", "F32"}, {"shape", {2, 1}}, {"data_offsets", {0, 8}}}}},
            MadeModel::bytesOf<float>({1, std::numeric_limits<float>::quiet_NaN()}));
        const auto model = opened(folder);
        QCOMPARE(of(*model, u"good"_s), Embedding({1}));
        const auto bad = model->of(u"bad"_s);
        QVERIFY(!bad);
        QVERIFY(bad.error().detail.contains(u"not a number"_s));
    }

    void refusesTokenizersThatItCannotFollow_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *pointer, const char *value, const QString &problem) {
            QTest::addRow("%s %s", pointer, value)
                << QByteArray(pointer) << QByteArray(value) << problem;
        };
        row("/model/type", "\"BPE\"", u"/model/type: “BPE” is not known"_s);
        row("/model/vocab", "[]", u"/model/vocab: expected"_s);
        row("/model/vocab", "{\"a\": -1}", u"/model/vocab/a"_s);
        row("/model/vocab", "{\"a\": 99999999999}", u"/model/vocab/a"_s);
        row("/model", "7", u"/model: expected an object"_s);
        row("/pre_tokenizer", "{\"type\": \"ByteLevel\"}", u"/pre_tokenizer/type: “ByteLevel”"_s);
        row("/normalizer", "{\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Magic\"}]}",
            u"/normalizer/normalizers/0/type: “Magic”"_s);
        row("/normalizer",
            "{\"type\": \"Replace\", \"pattern\": {\"Regex\": \"[a\"}, \"content\": \"\"}",
            u"/normalizer/pattern"_s);
        row("/normalizer", "{\"type\": \"Sequence\", \"normalizers\": 1}",
            u"/normalizer/normalizers: expected a list"_s);
    }
    void refusesTokenizersThatItCannotFollow()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, problem);
        MadeModel folder;
        nlohmann::json tokens = wordPieceTokens(fewWords);
        tokens[nlohmann::json::json_pointer(pointer.toStdString())]
            = nlohmann::json::parse(value.toStdString());
        folder.tokens(tokens);
        folder.tensors(plainHeader(), plainRows());
        const Error error = refusal(folder);
        QVERIFY2(error.subject.endsWith(u"tokenizer.json"_s), qPrintable(error.subject));
        QVERIFY2(error.detail.contains(problem), qPrintable(error.detail));
    }

    void saysWhatIsNotThere()
    {
        MadeModel folder;
        QCOMPARE(refusal(folder).code, ErrorCode::NotFound);
        QVERIFY(refusal(folder).subject.endsWith(u"tokenizer.json"_s));
        folder.tokens(wordPieceTokens(fewWords));
        QVERIFY(refusal(folder).subject.endsWith(u"model.safetensors"_s));
        folder.tensors(plainHeader(), plainRows());
        folder.write(u"config.json"_s, R"({"model_type": "bert"})");
        QVERIFY(refusal(folder).detail.contains(u"/model_type: “bert”"_s));
        folder.write(u"config.json"_s, "{");
        QVERIFY(refusal(folder).subject.endsWith(u"config.json"_s));
        QCOMPARE(StaticEmbeddings::open(u"/no/such/folder"_s).error().code, ErrorCode::NotFound);
    }

    void aModelThatIsAlteredHasAnotherName()
    {
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        folder.tensors(plainHeader(), plainRows());
        const QString name = opened(folder)->name();
        QCOMPARE(opened(folder)->name(), name);
        folder.tensors(plainHeader(), QByteArray(48, '\1'));
        QVERIFY(opened(folder)->name() != name);
    }

    void noFileMakesItCrash()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        MadeModel folder;
        folder.tokens(wordPieceTokens(fewWords));
        const QByteArray header = QByteArray::fromStdString(plainHeader().dump());
        const QByteArray whole = MadeModel::bytesOf(quint64(header.size())) + header + plainRows();
        for (int round = 0; round < 1000; ++round) {
            QByteArray bytes = whole;
            for (quint32 i = 0; i <= random() % 3; ++i)
                bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
            if (random() % 4 == 0)
                bytes.truncate(qsizetype(random() % quint32(bytes.size())));
            folder.write(u"model.safetensors"_s, bytes);
            if (const auto model = StaticEmbeddings::open(folder.path()))
                (void)(*model)->of(u"refunds and a lamp."_s);
        }
    }

    // By another program, in another language, from the same files.
    void agreesWithAnIndependentReading_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<double>>("first"); // four numbers
        QTest::addColumn<double>("last");
        QTest::newRow("plain") << u"I want my money back"_s
                               << QList<double>{-0.217519, -0.249690, 0.332755, -0.099247}
                               << -0.035841;
        QTest::newRow("a question")
            << u"Where is my order?"_s << QList<double>{-0.138833, -0.099833, 0.306950, -0.377635}
            << 0.021194;
        QTest::newRow("accents and marks")
            << u"Café – déjà vu! 100% o.k."_s
            << QList<double>{0.414445, 0.099793, 0.105957, -0.061878} << 0.046787;
        QTest::newRow("pieces, and what it does not know")
            << u"unbelievablexyzzy 漢字 ok"_s
            << QList<double>{-0.653366, 0.282567, -0.010811, -0.445268} << 0.057953;
    }
    void agreesWithAnIndependentReading()
    {
        QFETCH(QString, text);
        QFETCH(QList<double>, first);
        QFETCH(double, last);
        if (!QFileInfo::exists(realModel()))
            QSKIP("the real model is not beside the checkout");
        const auto model = StaticEmbeddings::open(realModel());
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        const Embedding made = of(**model, text);
        QCOMPARE(made.size(), size_t(64));
        for (qsizetype i = 0; i < first.size(); ++i)
            QVERIFY(std::abs(double(made[size_t(i)]) - first[i]) < tolerance);
        QVERIFY(std::abs(double(made.back()) - last) < tolerance);
    }
    void nearIsWhatMeansTheSame()
    {
        if (!QFileInfo::exists(realModel()))
            QSKIP("the real model is not beside the checkout");
        const auto model = StaticEmbeddings::open(realModel());
        QVERIFY(model);
        const Embedding money = of(**model, u"I want my money back"_s);
        const auto near = [&](const QString &text) { return cosine(money, of(**model, text)); };
        QVERIFY(std::abs(near(u"please refund my payment"_s) - 0.648606) < tolerance);
        QVERIFY(std::abs(near(u"the weather is nice today"_s) - 0.238811) < tolerance);
    }

private:
    static std::shared_ptr<const StaticEmbeddings> opened(const MadeModel &folder)
    {
        const auto model = StaticEmbeddings::open(folder.path());
        if (!model)
            qFatal("%s: %s", qPrintable(model.error().subject), qPrintable(model.error().detail));
        return *model;
    }
    static Error refusal(const MadeModel &folder)
    {
        const auto model = StaticEmbeddings::open(folder.path());
        return model ? Error{} : model.error();
    }
    static Embedding of(const StaticEmbeddings &model, const QString &text)
    {
        const auto made = model.of(text);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
};

BATON_TEST(StaticEmbeddingsTest)
#include "StaticEmbeddingsTest.moc"
