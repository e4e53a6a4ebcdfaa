// What the console's start is measured against: the same libraries and font, 100 labels, no store.
// Says "painted" once the first frame is out, and ends.

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QFont>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

class Window : public QWidget
{
public:
    Window()
    {
        auto *column = new QVBoxLayout(this);
        column->setSpacing(0);
        for (int i = 0; i < 100; ++i)
            column->addWidget(
                new QLabel(u"Where is my order NW-%1? It was due on Monday."_s.arg(10'000 + i)));
        resize(1440, 900);
    }

protected:
    bool event(QEvent *event) override
    {
        const bool handled = QWidget::event(event);
        if (event->type() == QEvent::Paint && !m_said) {
            m_said = true;
            // The labels are painted after their parent, within the same update.
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return handled;
    }

private:
    bool m_said = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Color Emoji"_s});
    font.setPixelSize(13);
    QApplication::setFont(font);
    Window window;
    window.show();
    return QApplication::exec();
}
