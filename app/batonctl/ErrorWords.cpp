#include "app/batonctl/ErrorWords.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

QString reason(const Error &error)
{
    const QString &it = error.subject;
    switch (error.code) {
    case ErrorCode::InvalidArgument:
        return u"that makes no sense for %1."_s.arg(it);
    case ErrorCode::InvalidInput:
        return u"%1 is not what it must be."_s.arg(it);
    case ErrorCode::TooLarge:
        return u"%1 is too large."_s.arg(it);
    case ErrorCode::NotFound:
        return u"%1 is not there. Check the name."_s.arg(it);
    case ErrorCode::Io:
        return u"the disk or its rights refused %1. Check space and permissions."_s.arg(it);
    case ErrorCode::Corrupt:
        return u"%1 is damaged."_s.arg(it);
    case ErrorCode::NewerVersion:
        return u"%1 was written by a newer Baton. Use that version."_s.arg(it);
    case ErrorCode::Locked:
        return u"another Baton is using %1. Close it, or choose another --data-dir or --profile."_s
            .arg(it);
    case ErrorCode::Conflict:
        return u"%1 changed meanwhile. Try again."_s.arg(it);
    case ErrorCode::Refused:
        return u"upstream refused %1."_s.arg(it);
    case ErrorCode::Offline:
        return u"%1 cannot be reached now. Try again later."_s.arg(it);
    case ErrorCode::Cancelled:
        return u"it was cancelled."_s;
    case ErrorCode::Internal:
        return u"something went wrong inside Baton at %1."_s.arg(it);
    }
    return {};
}

} // namespace

QString words(const Error &error, const QString &doing)
{
    const QString sentence = u"Could not %1: %2"_s.arg(doing, reason(error));
    return error.detail.isEmpty() ? sentence : sentence + u" (%1)"_s.arg(error.detail);
}

QString documentWords(const Error &error, const QString &doing)
{
    if (error.code == ErrorCode::InvalidInput)
        return u"%1: %2"_s.arg(error.subject, error.detail);
    return words(error, doing);
}

} // namespace baton::ctl
