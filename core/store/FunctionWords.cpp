#include "core/store/FunctionWords.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

const QString words
    = u"a about after again all also am an and any are as at be because been before being but by "
      "can could did do does doing don for from get got had has have having he hello her here hi "
      "him his how i if in into is it its just ll me more my no not of on or our out please re s "
      "she should so some still t than thank thanks that the their them then there these they "
      "this those to too up us ve very was we were what when where which who why will with would "
      "yes you your "
      "aber als auch auf aus bei bin bis bitte da danke das dass dem den der des dich dir doch du "
      "ein eine einem einen einer eines er es euch fur guten habe haben hallo ich ihm ihn ihnen "
      "ihr ihre ihrem ihren ihrer im ist ja kann konnen man mein meine meinem meinen meiner mich "
      "mir mit nach nicht noch nur ob oder sehr sein seine sich sie sind sondern uber um und uns "
      "unser unsere vom von vor wann warum wenn wer werden wie wieder wir wird wo wurde zu zum zur "
      "al ante aqui buenas buenos como con cual cuando de del desde donde e el ella ellas ellos en "
      "entre era eres esa ese eso esta estan estas este esto estoy fue gracias ha han hasta hay he "
      "hola la las le les lo los mas mi mis muy ni nos o para pero por porque pues que quien se si "
      "sobre su sus tambien te tengo tiene tu un una unas uno unos usted y ya yo"_s;

} // namespace

bool isFunctionWord(const QString &word)
{
    static const QSet<QString> all = [] {
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return all.contains(word);
}

} // namespace baton::store
