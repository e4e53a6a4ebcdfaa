#pragma once

#include "ui/models/CompareColumns.h"
#include "ui/theme/Look.h"

#include <QtGui/QTextLayout>
#include <QtWidgets/QWidget>

#include <memory>

class QVBoxLayout;

namespace baton::ui {

/// One line of a column: a sentence with its mark, or a turn. As tall as its text needs at its
/// width.
class SentenceRow : public QWidget
{
    Q_OBJECT

public:
    SentenceRow(const Look &look, const CompareLine &line, QWidget *parent = nullptr);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect textRect(int width) const;
    std::unique_ptr<QTextLayout> layOut(int width, int *height) const;
    void paintRemark(QPainter &painter, const QRect &place) const;

    const Look &m_look;
    CompareLine m_line;
    QString m_shown;
};

/// What stands above a column of the comparison: whose it is, and since when.
class ColumnHead : public QWidget
{
    Q_OBJECT

public:
    enum class Whose { Thread, Colleague, Mine };
    ColumnHead(const Look &look, Whose whose, QWidget *parent = nullptr);
    void setColumn(const CompareColumn &column);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int paintMark(QPainter &painter, int left) const; ///< where the words begin

    const Look &m_look;
    Whose m_whose;
    CompareColumn m_column;
};

/// The lines of a column of the comparison.
class SentenceList : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceList(const Look &look, QWidget *parent = nullptr);
    void setColumn(const CompareColumn &column);
    int heightFor(int width) const; ///< of all its lines, px

private:
    const Look &m_look;
    CompareColumn m_column;
    QVBoxLayout *m_rows;
};

} // namespace baton::ui
