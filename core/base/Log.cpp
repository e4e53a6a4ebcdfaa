#include "core/base/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace baton::log {

namespace {

constexpr size_t rotateAt = 5u << 20;
constexpr size_t kept = 3;

std::shared_ptr<spdlog::logger> &logger()
{
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

void write(spdlog::level::level_enum level, const char *area, const QString &what)
{
    if (logger())
        logger()->log(level, "{}: {}", area, what.toStdString());
}

} // namespace

Result<void> start(const Sinks &sinks)
{
    std::vector<spdlog::sink_ptr> list;
    try {
        if (!sinks.file.isEmpty())
            list.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                sinks.file.toStdString(), rotateAt, kept));
        if (sinks.standardError)
            list.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    } catch (const spdlog::spdlog_ex &problem) {
        return Error{ErrorCode::Io, sinks.file, QString::fromUtf8(problem.what())};
    }
    auto made = std::make_shared<spdlog::logger>("baton", list.begin(), list.end());
    made->set_level(sinks.level);
    made->flush_on(spdlog::level::warn);
    logger() = std::move(made);
    return {};
}

void info(const char *area, const QString &what)
{
    write(spdlog::level::info, area, what);
}

void warn(const char *area, const QString &what)
{
    write(spdlog::level::warn, area, what);
}

void error(const char *area, const Error &error)
{
    if (logger())
        logger()->error("{}: {} {} (code {})", area, error.subject.toStdString(),
                        error.detail.toStdString(), static_cast<int>(error.code));
}

} // namespace baton::log
