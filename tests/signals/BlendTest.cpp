#include "core/signals/Blend.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDataStream>
#include <QtTest/QTest>

#include <algorithm>

using namespace baton;
using namespace baton::signs;

namespace {

/// Of three classes; one word tells the class, the others stand everywhere.
LabelledRows oneTellingWord()
{
    LabelledRows task;
    task.classes = 3;
    task.columns = 9;
    for (int i = 0; i < 240; ++i) {
        const int label = i % task.classes;
        std::vector<Row> words{{{label, 1}}};
        for (int k = 3; k < task.columns; ++k) {
            if ((i / task.classes + k) % 4 != 0)
                words.push_back({{k, 1}});
        }
        Row row;
        for (const Row &word : words)
            row.push_back({word.front().column, 0.4F});
        task.rows.push_back(std::move(row));
        task.words.push_back(std::move(words));
        task.labels.push_back(label);
    }
    return task;
}

Blend learnt(const LabelledRows &task, int wordNetworks)
{
    std::vector<int> folds;
    for (size_t i = 0; i < task.rows.size(); ++i)
        folds.push_back(int(i) / task.classes % Blend::folds);
    Blend::Recipe recipe;
    recipe.wordNetworks = wordNetworks;
    return Blend::train(task, folds, recipe)->blend;
}

QByteArray bytesOf(const Blend &blend)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    blend.write(out);
    return bytes;
}

bool readInto(Blend &blend, const QByteArray &bytes, const LabelledRows &task)
{
    QDataStream in(bytes);
    return blend.read(in, quint64(bytes.size()), task.columns, task.classes);
}

} // namespace

class BlendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsAWholeAndByWord_data()
    {
        QTest::addColumn<int>("wordNetworks");
        QTest::newRow("as a whole") << 0;
        QTest::newRow("both") << 2;
    }
    void readsAsAWholeAndByWord()
    {
        QFETCH(int, wordNetworks);
        const LabelledRows task = oneTellingWord();
        const Blend blend = learnt(task, wordNetworks);
        QCOMPARE(blend.readsWords(), wordNetworks > 0);
        for (size_t i = 0; i < task.rows.size(); ++i)
            QCOMPARE(bestOf(blend.margins(task.rows[i], task.words[i]), -1), task.labels[i]);
    }

    void theWordsCount()
    {
        const LabelledRows task = oneTellingWord();
        const Blend blend = learnt(task, 1);
        const std::vector<float> alike = blend.margins(task.rows[0], task.words[0]);
        const std::vector<float> other = blend.margins(task.rows[0], task.words[1]);
        QVERIFY(alike[0] - alike[1] > other[0] - other[1]);
    }

    void comesBackFromItsBytes()
    {
        const LabelledRows task = oneTellingWord();
        for (const int wordNetworks : {0, 1}) {
            const Blend blend = learnt(task, wordNetworks);
            const QByteArray bytes = bytesOf(blend);
            Blend again;
            QVERIFY(readInto(again, bytes, task));
            QCOMPARE(again.margins(task.rows[5], task.words[5]),
                     blend.margins(task.rows[5], task.words[5]));
            QCOMPARE(bytesOf(again), bytes);
            QCOMPARE(bytesOf(learnt(task, wordNetworks)), bytes);
            LabelledRows wider = task;
            ++wider.columns;
            QVERIFY(!readInto(again, bytes, wider));
            QVERIFY(!readInto(again, bytes.chopped(1), task));
        }
    }
};

BATON_TEST(BlendTest)
#include "BlendTest.moc"
