#include "core/drafting/TextsByLanguage.h"

#include "core/drafting/Playbook.h"
#include "core/drafting/Slots.h"

using namespace Qt::StringLiterals;

namespace baton::drafting {

QHash<QString, QString> readTexts(const JsonNode &node, std::size_t longest)
{
    QHash<QString, QString> texts;
    if (!node.isObject() || node.keys().isEmpty()) {
        node.fail(u"expected a text by language"_s);
        return texts;
    }
    std::optional<QStringList> wanted;
    for (const QString &language : node.keys()) {
        const JsonNode entry = node.at(language.toStdString());
        const QString text = entry.text(longest);
        if (language.size() != 2)
            entry.fail(u"expected a language of two letters"_s);
        QStringList names = slotsIn(text);
        names.sort();
        for (const QString &name : names) {
            if (!Slots::names().contains(name))
                entry.fail(u"no such slot: %1"_s.arg(name));
        }
        if (wanted && *wanted != names)
            entry.fail(u"has other slots than another language"_s);
        wanted = names;
        texts.insert(language, text);
    }
    return texts;
}

} // namespace baton::drafting
