#pragma once

#include "core/base/Result.h"

#include <QtCore/QFile>

#include <map>
#include <memory>
#include <vector>

namespace baton::knowledge {

/// A tensor in a mapped file; lives as long as the Safetensors it is from.
class Tensor
{
public:
    enum class Type { F64, F32, F16, BF16, I64, I32, I8, Other };

    Type type = Type::Other;
    std::vector<qint64> shape;
    qint64 count = 0; ///< the shape's product
    const uchar *data = nullptr;

    double number(qint64 index) const; ///< of any type but Other
    qint64 whole(qint64 index) const;  ///< of I64, I32 and I8
    bool isWhole() const { return type == Type::I64 || type == Type::I32 || type == Type::I8; }
};

/// A file of tensors (the format safetensors), mapped, not read. Nothing that it says of itself is
/// believed before it was compared with its size. Nobody may shorten it while it is open. Any
/// thread.
class Safetensors
{
public:
    /// Errors: Io; InvalidInput naming the tensor and what is wrong with it.
    static Result<std::unique_ptr<Safetensors>> open(const QString &path);

    /// Null where there is none of that name.
    const Tensor *find(const char *name) const;
    const QString &path() const { return m_path; }

private:
    explicit Safetensors(const QString &path);
    Result<void> readHeader();

    QString m_path;
    QFile m_file;
    const uchar *m_bytes = nullptr;
    std::map<std::string, Tensor> m_tensors;
};

} // namespace baton::knowledge
