#pragma once

#include <QtCore/QDataStream>

#include <vector>

/// Lists of numbers in a file of ours, as they lie in memory.
namespace baton::signs {

template <class T>
void writeNumbers(QDataStream &out, const std::vector<T> &numbers)
{
    out << quint64(numbers.size());
    out.writeRawData(reinterpret_cast<const char *>(numbers.data()),
                     int(numbers.size() * sizeof(T)));
}

/// most: bytes that there can be at all. False where there are fewer than the list says.
template <class T>
bool readNumbers(QDataStream &in, std::vector<T> &numbers, quint64 most)
{
    quint64 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > most / sizeof(T))
        return false;
    numbers.resize(count);
    const int bytes = int(count * sizeof(T));
    return in.readRawData(reinterpret_cast<char *>(numbers.data()), bytes) == bytes;
}

} // namespace baton::signs
