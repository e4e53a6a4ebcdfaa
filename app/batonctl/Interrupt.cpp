#include "app/batonctl/Interrupt.h"

namespace baton::ctl {

namespace {

volatile std::sig_atomic_t requested = 0;

void note(int)
{
    requested = 1;
}

} // namespace

Interrupt::Interrupt()
{
    requested = 0;
    struct sigaction action = {};
    action.sa_handler = note;
    action.sa_flags = SA_RESETHAND | SA_RESTART;
    ::sigaction(SIGINT, &action, &m_oldInt);
    ::sigaction(SIGTERM, &action, &m_oldTerm);
}

Interrupt::~Interrupt()
{
    ::sigaction(SIGINT, &m_oldInt, nullptr);
    ::sigaction(SIGTERM, &m_oldTerm, nullptr);
}

bool Interrupt::isRequested()
{
    return requested != 0;
}

} // namespace baton::ctl
