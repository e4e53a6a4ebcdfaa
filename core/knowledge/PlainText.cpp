#include "core/base/Text.h"
#include "core/knowledge/Outline.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int longestTitle = 120; // UTF-16 units

bool beginsItem(const QString &line)
{
    static const QRegularExpression item(u"^([-*•–]|[0-9]{1,3}[.)])\\s"_s);
    return item.match(line).hasMatch();
}

} // namespace

Outline plainOutline(QByteArrayView utf8)
{
    Outline outline;
    QStringList lines;
    QString paragraph;
    const auto end = [&] {
        if (const QString folded = text::folded(paragraph); !folded.isEmpty())
            lines.append(folded);
        paragraph.clear();
    };
    qsizetype begin = 0;
    while (begin < utf8.size()) {
        qsizetype stop = utf8.indexOf('\n', begin);
        stop = stop < 0 ? utf8.size() : stop;
        const QString line = QString::fromUtf8(utf8.sliced(begin, stop - begin)).trimmed();
        begin = stop + 1;
        if (line.isEmpty() || beginsItem(line))
            end();
        if (outline.title.isEmpty())
            outline.title = text::firstWords(line, longestTitle);
        paragraph += line;
        paragraph += u' ';
    }
    end();
    if (!lines.isEmpty())
        outline.sections.append({{}, lines});
    return outline;
}

} // namespace baton::knowledge
