#include "core/base/FunctionWords.h"

#include <unordered_set>

namespace baton::text {

namespace {

constexpr std::string_view words
    = "a about after again all also am an and any are as at be because been before being both but "
      "by can cannot cant could couldnt did didnt do does doesnt doing don dont down each few for "
      "from get got had has have having he hello her here hey hi him his how i id if ill im in "
      "into is it its ive just let ll may me might more most must my myself no nor not now of off "
      "ok okay on once only or other our ours out own please re s same shall she should shouldnt "
      "so some still such t than thank thanks that the their theirs them then there these they "
      "this those to too up us ve very was we were what when where which while who whom why will "
      "with wont would wouldnt yes you your youre yours "
      "aber als auch auf aus bei bin bis bitte da danke das dass dem den der des dich dir doch du "
      "ein eine einem einen einer eines er es euch fur guten habe haben hallo ich ihm ihn ihnen "
      "ihr ihre ihrem ihren ihrer im ist ja kann konnen man mein meine meinem meinen meiner mich "
      "mir mit nach nicht noch nur ob oder sehr sein seine sich sie sind sondern uber um und uns "
      "unser unsere vom von vor wann warum wenn wer werden wie wieder wir wird wo wurde zu zum zur "
      "al ante aqui buenas buenos como con cual cuando de del desde donde e el ella ellas ellos en "
      "entre era eres esa ese eso esta estan estas este esto estoy fue gracias ha han hasta hay he "
      "hola la las le les lo los mas mi mis muy ni nos o para pero por porque pues que quien se si "
      "sobre su sus tambien te tengo tiene tu un una unas uno unos usted y ya yo";

std::unordered_set<std::string_view> apart(std::string_view list)
{
    std::unordered_set<std::string_view> all;
    while (!list.empty()) {
        const size_t end = list.find(' ');
        all.insert(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return all;
}

} // namespace

bool isFunctionWord(std::string_view word)
{
    static const std::unordered_set<std::string_view> all = apart(words);
    return all.contains(word);
}

} // namespace baton::text
