#include "app/batonctl/Output.h"

#include "core/base/Clock.h"
#include "core/base/Text.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr qint64 progressEveryMs = 200;

/// Layout blanks stay, so text::folded() would do too much.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

void put(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

} // namespace

Output::Output(std::FILE *answer, std::FILE *aside, bool json)
    : m_answer(answer)
    , m_aside(aside)
    , m_json(json)
    , m_terminal(::isatty(::fileno(aside)) == 1)
{ }

void Output::line(const QString &text)
{
    put(m_answer, printable(text).toUtf8() + '\n');
}

void Output::json(const nlohmann::ordered_json &value)
{
    bytes(QByteArray::fromStdString(
        value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)));
    bytes("\n");
}

void Output::bytes(QByteArrayView bytes)
{
    std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), m_answer);
}

void Output::rejected(const packet::Rejection &rejection)
{
    aside(rejection.toString());
}

void Output::aside(const QString &line)
{
    endProgress();
    put(m_aside, printable(line).toUtf8() + '\n');
}

void Output::problem(const QString &sentence)
{
    endProgress();
    put(m_aside, "batonctl: " + printable(sentence).toUtf8() + '\n');
}

bool Output::finish()
{
    endProgress();
    return std::fflush(m_answer) == 0 && std::ferror(m_answer) == 0;
}

void Output::progress(const QString &what, double fraction)
{
    if (!m_terminal)
        return;
    const qint64 now = SystemClock().steadyMs();
    if (m_shown && now - m_shownAt < progressEveryMs)
        return;
    m_shown = true;
    m_shownAt = now;
    const int percent = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 100);
    put(m_aside, "\r\033[K" + printable(what).toUtf8() + ' ' + QByteArray::number(percent) + " %");
    std::fflush(m_aside);
}

void Output::endProgress()
{
    if (!m_shown)
        return;
    put(m_aside, "\r\033[K");
    std::fflush(m_aside);
    m_shown = false;
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace baton::ctl
