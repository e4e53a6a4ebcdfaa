#include "ui/views/ModelSetup.h"

#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "ui/panels/Button.h"
#include "ui/panels/SearchField.h"
#include "ui/theme/BatonStyle.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

class ModelSetupTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;

    static SearchField *named(QWidget &in, const QString &name)
    {
        for (SearchField *field : in.findChildren<SearchField *>()) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { dress(*qApp, m_look); }

    void whatIsTypedIsWishedForOnceItCanBe()
    {
        ModelSetup setup(m_look);
        QSignalSpy edited(&setup, &ModelSetup::sourceEdited);
        SearchField *address = named(setup, u"Server"_s);
        QVERIFY(address);
        QVERIFY(!setup.testButton()->isEnabled());
        address->setText(u"ftp://models"_s);
        Q_EMIT address->editingFinished();
        address->setText(u"http://me:secret@models.example"_s);
        Q_EMIT address->editingFinished();
        QVERIFY(edited.isEmpty());
        address->setText(u"http://models.example:8080"_s);
        Q_EMIT address->editingFinished();
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.last().first().value<ModelSource>(),
                 (ModelSource{u"http://models.example:8080"_s, {}, {}}));
        QVERIFY(setup.testButton()->isEnabled());
        QVERIFY(setup.said().contains(u"unencrypted"_s));
    }

    void aKeyInTheClearIsWarnedOf()
    {
        ModelSetup setup(m_look);
        setup.setSource({u"http://models.example"_s, {}, u"MODEL_KEY"_s});
        QVERIFY(setup.said().contains(u"the key and the texts"_s));
        for (const QString &safe : {u"https://models.example"_s, u"http://localhost:1"_s,
                                    u"http://127.0.0.1:8080"_s, u"http://[::1]:8080"_s}) {
            setup.setSource({safe, {}, u"MODEL_KEY"_s});
            QVERIFY2(!setup.said().contains(u"Warning"_s), qPrintable(safe));
        }
    }

    void aTrialTellsModelsFirstWordsAndTrouble()
    {
        ModelSetup setup(m_look);
        ModelTrial trial;
        trial.step = TrialStep::Asking;
        trial.names = {u"small"_s, u"large"_s};
        setup.setTrial(trial);
        QVERIFY(setup.testButton()->isBusy());
        QVERIFY(setup.said().contains(u"small, large"_s));
        trial.step = TrialStep::Done;
        trial.said = u"I am ready."_s;
        trial.firstMs = 120;
        setup.setTrial(trial);
        QVERIFY(!setup.testButton()->isBusy());
        QVERIFY(setup.said().contains(u"120 ms: I am ready."_s));
        trial.trouble = ModelTrouble::Key;
        setup.setTrial(trial);
        QVERIFY(setup.said().contains(u"refused the key"_s));
    }
};

BATON_TEST(ModelSetupTest)
#include "ModelSetupTest.moc"
