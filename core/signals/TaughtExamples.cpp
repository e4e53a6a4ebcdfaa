#include "core/signals/TaughtExamples.h"

#include "core/base/WholeFile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

constexpr qint64 largestTaught = 64LL << 20; // bytes

QString taughtPath(const QString &models, TaughtBy by)
{
    return models + (by == TaughtBy::File ? u"/examples.jsonl"_s : u"/corrections.jsonl"_s);
}

QByteArray taughtLine(const LabelledText &example)
{
    const nlohmann::ordered_json line{{"text", example.text.toStdString()},
                                      {"intent", example.intent.toStdString()}};
    return QByteArray::fromStdString(line.dump()) + '\n';
}

} // namespace

Result<QList<LabelledText>> taughtExamples(const QString &models)
{
    Result<QList<LabelledText>> all = taughtExamples(models, TaughtBy::File);
    const Result<QList<LabelledText>> corrections = taughtExamples(models, TaughtBy::Corrections);
    if (!all || !corrections)
        return all ? corrections : all;
    return *all + *corrections;
}

Result<QList<LabelledText>> taughtExamples(const QString &models, TaughtBy by)
{
    QFile file(taughtPath(models, by));
    QList<LabelledText> examples;
    if (!file.exists())
        return examples;
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestTaught)
        return Error{ErrorCode::Io, file.fileName(), file.errorString()};
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray bytes = file.readLine();
        const nlohmann::json line
            = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
        const auto member = [&line](const char *name) -> std::optional<QString> {
            const auto found = line.is_object() ? line.find(name) : line.end();
            if (!line.is_object() || found == line.end() || !found->is_string())
                return {};
            return QString::fromStdString(found->get<std::string>());
        };
        const auto text = member("text");
        const auto intent = member("intent");
        if (!text || !intent)
            return Error{ErrorCode::InvalidInput, file.fileName(),
                         u"line %1: expected \"text\" and \"intent\", both text"_s.arg(number)};
        examples.append({*text, *intent});
    }
    return examples;
}

Result<void> keepTaught(const QString &models, TaughtBy by, const QList<LabelledText> &examples)
{
    const QString path = taughtPath(models, by);
    if (!examples.isEmpty()) {
        QDir().mkpath(models);
        return writeExamples(path, examples);
    }
    if (QFile::exists(path) && !QFile::remove(path))
        return Error{ErrorCode::Io, path, u"the file cannot be removed"_s};
    return {};
}

Result<void> writeExamples(const QString &path, const QList<LabelledText> &examples)
{
    QByteArray lines;
    for (const LabelledText &example : examples)
        lines += taughtLine(example);
    return writeWhole(path, lines);
}

QList<LabelledText> examplesOf(const QList<IntentCorrection> &newestFirst)
{
    QList<LabelledText> examples;
    for (const IntentCorrection &one : newestFirst) {
        if (one.used)
            examples.prepend({one.text, one.became});
    }
    return examples;
}

Catalogue taught(Catalogue catalogue, const QList<LabelledText> &examples)
{
    if (examples.isEmpty())
        return catalogue;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(catalogue.fingerprint);
    for (const LabelledText &example : examples) {
        if (example.intent.isEmpty()) {
            catalogue.none.append({example.text, {}});
        } else {
            const auto intent = std::find_if(
                catalogue.intents.begin(), catalogue.intents.end(),
                [&example](const Intent &one) { return one.name == example.intent; });
            if (intent == catalogue.intents.end())
                continue;
            intent->examples.append({example.text, {}});
        }
        hash.addData(taughtLine(example));
    }
    catalogue.fingerprint = hash.result().toHex();
    return catalogue;
}

} // namespace baton::signs
