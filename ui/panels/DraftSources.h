#pragma once

#include "ui/models/LiveSigns.h"
#include "ui/models/SourceLines.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace baton::ui {

/// What a drafted reply rests on, numbered.
class DraftSources : public QWidget
{
    Q_OBJECT

public:
    explicit DraftSources(const Look &look, QWidget *parent = nullptr);

    void setDraft(const std::optional<Draft> &draft, const Conversation &conversation,
                  const LiveSigns &live = {});
    int count() const { return int(m_lines.size()); }

private:
    void fill();

    const Look &m_look;
    QList<SourceLine> m_lines;
    LiveSigns m_live;
    QVBoxLayout *m_column;
};

} // namespace baton::ui
