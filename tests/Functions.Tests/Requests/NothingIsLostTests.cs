using System.Text;
using TechPlan.Functions.Requests;
using TechPlan.Functions.Web.Forms;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Requests.RequestTown;

namespace TechPlan.Functions.Tests.Requests;

/// <summary>Whatever is typed into the form, and whichever button is pressed, it is on the page that comes back.</summary>
[Collection(AzuriteTests.Name)]
public sealed class NothingIsLostTests(AzuriteFixture azurite)
{
    private static readonly string[] Pieces =
        ["a", "Ž", "\U0001F4C8", "\U0001F469\u200D\U0001F3EB", "\"", "'", "<", ">", "&amp;", "</textarea>", "\r\n", "\n\n", "\t", " ", "\u0001", "\u202E", "שלום", "%00", "+", "=", "2026", "School 012", "n/a", "yes"];

    [Fact]
    public async Task Random_texts_come_back_whatever_they_are()
    {
        using var app = await StartAsync(azurite);
        var random = new Random(14);
        string[] buttons = [Buttons.Send, Buttons.Add, Buttons.Keep, "remove-school-9", "nonsense"];
        for (var round = 0; round < 60; round++)
        {
            // Without an address no draft is mailed, so the page itself comes back.
            var typed = Complete().Keys.Where(name => name is not ("session/type" or "reflectsSchoolImprovementPlan" or "otherEvaluation/planned" or "submitter/email"))
                .ToDictionary(name => name, _ => TextOf(random, random.Next(40)));

            var back = FormPage.Of(await app.PressAsync(buttons[round % buttons.Length], new Dictionary<string, string>(typed))).Fields();

            Assert.All(typed, field => Assert.Equal(TypedText.Clean(field.Value), back[field.Key].ReplaceLineEndings("\n")));
        }
    }

    [Fact]
    public async Task Ten_thousand_characters_come_back_in_every_long_text_and_from_the_draft()
    {
        using var app = await StartAsync(azurite);
        var text = string.Concat(Enumerable.Repeat("\U0001F4C8 graph\n", 1250)).Trim();
        var form = Complete().With(("followUp/plan", text), ("otherEvaluation/explanation", text));

        var refused = FormPage.Of(await app.PressAsync(Buttons.Send, form)).Fields();
        await app.PressAsync(Buttons.Keep, refused);
        var draft = FormPage.Of(await app.GetAsync(LinkIn(Assert.Single(await app.LettersAsync())))).Fields();

        Assert.Equal((text, text), (refused["followUp/plan"], refused["otherEvaluation/explanation"]));
        Assert.Equal((text, text), (draft["followUp/plan"], draft["otherEvaluation/explanation"]));
    }

    private static string TextOf(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
