#pragma once

#include "core/packet/Packet.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace baton::ctl {

/// What a command says. Standard output holds the answer and nothing else: lines for people, or
/// with --json one object or JSON Lines. Rejections, problems and progress go to standard error.
class Output
{
public:
    Output(std::FILE *answer, std::FILE *aside, bool json);

    bool isJson() const { return m_json; }
    void line(const QString &text); ///< control characters become blanks
    void json(const nlohmann::ordered_json &value);
    void bytes(QByteArrayView bytes); ///< as they are
    void rejected(const packet::Rejection &rejection);
    void aside(const QString &line);       ///< of one input: "FILE:LINE: what"
    void problem(const QString &sentence); ///< "batonctl: …"

    /// Whether all of the answer could be written; flushes.
    bool finish();

    /// 0 … 1, on a terminal only; a few times a second at most.
    void progress(const QString &what, double fraction);
    void endProgress();

private:
    std::FILE *m_answer;
    std::FILE *m_aside;
    bool m_json;
    bool m_terminal;
    bool m_shown = false;
    qint64 m_shownAt = 0;
};

/// UTF-8 for a JSON member.
std::string utf8(const QString &text);

} // namespace baton::ctl
