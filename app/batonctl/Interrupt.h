#pragma once

#include <csignal>

namespace baton::ctl {

/// While it lives, Ctrl-C and a polite kill are noted instead of ending the process, so that work
/// can stop between two transactions; a second one ends it at once.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    static bool isRequested();

private:
    struct sigaction m_oldInt = {};
    struct sigaction m_oldTerm = {};
};

} // namespace baton::ctl
