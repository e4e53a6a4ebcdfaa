#pragma once

#include <QtCore/QStringList>

namespace baton::drafting {

/// A sentence as a model gave it, with the labels of the sources that it names. Neither is
/// believed: the check decides.
struct ModelSentence
{
    QString text;
    QStringList cites; ///< "P1", "M3"
    bool operator==(const ModelSentence &) const = default;
};

/// What a model answered, whole or as far as it came.
struct ModelReply
{
    QList<ModelSentence> sentences;
    bool structured = false; ///< it kept to the schema, or nearly

    QString text() const; ///< as one would write it
    bool operator==(const ModelReply &) const = default;
};

/// Reads JSON as asked for, JSON of another shape, with words or a fence around it, broken or cut
/// off, and plain text with "[P1]" in it. What a model thinks aloud in <think>…</think> and signs
/// of Markdown are left out. Pure; linear.
ModelReply readModelReply(const QString &answer);

/// Without what a model thinks aloud, closed or not.
QString withoutThinking(QString answer);

/// The text with "[LINK_1]" in place of each address of the web: an agent puts those in.
QString withoutLinks(const QString &text);

} // namespace baton::drafting
