#include "core/drafting/Snippets.h"

#include "core/drafting/PlaybookDrafter.h"
#include "core/drafting/TextsByLanguage.h"

#include <QtCore/QCollator>
#include <QtCore/QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr qint64 largestSnippets = 1 << 20; // bytes
constexpr std::size_t longestTitle = 80;
constexpr std::size_t longestSnippet = 4'000;
constexpr std::size_t mostSnippets = 500;

SnippetForm readSnippet(const JsonNode &node)
{
    SnippetForm form;
    if (!node.object({"title", "text"}))
        return form;
    form.title = readTexts(node.at("title"), longestTitle);
    form.text = readTexts(node.at("text"), longestSnippet);
    for (const QString &title : std::as_const(form.title)) {
        if (!slotsIn(title).isEmpty())
            node.at("title").fail(u"a title has no slots"_s);
    }
    QStringList titles = form.title.keys();
    QStringList texts = form.text.keys();
    titles.sort();
    texts.sort();
    if (titles != texts)
        node.fail(u"title and text are not in the same languages"_s);
    return form;
}

QString filledForm(QString text, const Slots &known)
{
    for (const QString &slot : slotsIn(text)) {
        if (const SlotValue *value = known.find(slot))
            text.replace(u'{' + slot + u'}', value->text);
    }
    return text;
}

} // namespace

Result<QList<SnippetForm>> readSnippets(const QByteArray &json, const QString &file)
{
    const auto root = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (root.is_discarded())
        return Error{ErrorCode::InvalidInput, file, u"(document): is not JSON"_s};
    std::optional<Error> problem;
    const JsonNode node(root, file, problem);
    QList<SnippetForm> forms;
    if (node.object({"snippets", "entries"})) {
        if (node.at("snippets").text() != "baton-snippets/1"_L1)
            node.at("snippets").fail(u"expected baton-snippets/1"_s);
        const std::vector<JsonNode> entries = node.at("entries").list();
        if (entries.size() > mostSnippets)
            node.at("entries").fail(u"expected at most %1 snippets"_s.arg(mostSnippets));
        else
            for (const JsonNode &entry : entries)
                forms.append(readSnippet(entry));
    }
    if (problem)
        return *problem;
    return forms;
}

Result<QList<SnippetForm>> readSnippetsIn(const QString &folder)
{
    const QDir dir(folder);
    QList<SnippetForm> forms;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, file.fileName(), file.errorString()};
        if (file.size() > largestSnippets)
            return Error{ErrorCode::TooLarge, file.fileName(), u"larger than 1 MiB"_s};
        Result<QList<SnippetForm>> read = readSnippets(file.readAll(), file.fileName());
        if (!read)
            return read.error();
        forms += *read;
    }
    return forms;
}

SnippetShelf::SnippetShelf(QList<SnippetForm> forms, Phrases phrases)
    : m_forms(std::move(forms))
    , m_phrases(std::move(phrases))
{ }

QList<Snippet> SnippetShelf::snippetsFor(const Grounds &grounds) const
{
    const QString language = languageFor(grounds.conversation);
    const Slots known(grounds, m_phrases, language);
    QList<Snippet> snippets;
    for (const SnippetForm &form : m_forms) {
        const QString in = form.text.contains(language) ? language : u"en"_s;
        if (form.text.contains(in))
            snippets.append({form.title.value(in), filledForm(form.text.value(in), known)});
    }
    QCollator order;
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(snippets.begin(), snippets.end(), [&](const Snippet &a, const Snippet &b) {
        return order.compare(a.title, b.title) < 0;
    });
    return snippets;
}

} // namespace baton::drafting
