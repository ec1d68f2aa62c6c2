using System.Text;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Tests.Forms.Fuzz;
using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Forms.Meaning;

/// <summary>Broken mails shown to everything that finds a meaning in them.</summary>
[Collection(PlaysAlone.Name)]
public sealed class MeaningFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Texts =
    [
        Bytes("Lead school: School 12\n# of participants: about 18\nSubmitted by: Dana Field <dana.field@example.org>\nDiscussed with the Learning Team on: Sept. 1\nTopic: “Using maps”\nWhen: Wednesday, 10/14, 3:30-5:30 pm\nWhere: School 012, 12 Main Street, Room 204\nOther schools: School 044 (6), School 052 (5)\nPresenter: TBD\nReflects SIP? Yes [x] No [ ]\nOther evaluation? ☐ Yes ☒ No\nFollow-up plan: We meet.\nFollow-up date and time: Nov 4 at 3:30\n"),
        Bytes("FYI\n\n---------- Forwarded message ---------\nFrom: Dana <dana@example.org>\nDate: Mon, Sep 14, 2026\n\nEscuela principal: School 012\nTítulo: Mapas\nFecha: 14 de octubre de 2026\nHora de inicio: 3:30 pm\n\nOn Sun, Sep 13, 2026 at 8:00 AM Mia wrote:\n> Title: Old\n-- \nDana"),
    ];

    private static readonly byte[][] Pages =
    [
        Bytes("<html><body><p>Dear Mia,</p><table><tr><td>Lead School</td><td>Lincoln Elementary</td></tr><tr><td>Start time</td><td>3:30 PM</td><td>End time</td><td>5:30 PM</td></tr><tr><td>Location</td><td>School 012<br>12 Main St<br>Room 4</td></tr></table><table><tr><th>Name of School</th><th># of expected participants</th></tr><tr><td>School 044</td><td>6</td></tr></table><p>In your School Improvement Plan? <input type=checkbox checked> Yes <input type=checkbox> No</p><p style='display:none'>x</p><select><option selected>a</select></body></html>"),
    ];

    [Fact]
    public void Fuzz_text() => Play(Texts, text => MeaningDistrict.ReadMail(text), "Title:", "Yes [x] No", "10/14/26", "3:30-5:30 pm", "\n> ", "(((((", "School 012");

    [Fact]
    public void Fuzz_HTML() => Play(Pages, html => MeaningDistrict.ReadMail("", html), "<table>", "</td>", "<b><i>", "<tr><td>", "<template>", "<!--", "&#x10FFFF;");

    private void Play(byte[][] sound, Func<string, FormReading> read, params string[] words)
    {
        var mutations = new Mutations(sound, FuzzRun.Seed, words);
        new FuzzRun(output).Play(mutations.Mutant, file =>
        {
            var reading = read(Encoding.UTF8.GetString(file));
            Assert.All(reading.Fields, field => Assert.True(field.Certainty is Certainty.Exact || field.Remark is not null));
        });
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
