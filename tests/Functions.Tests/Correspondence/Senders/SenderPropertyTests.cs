using System.Text;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Replies;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Tests.Correspondence.Senders;

/// <summary>What holds whatever a stranger writes. The seed is fixed, so that a failure repeats.</summary>
public sealed class SenderPropertyTests
{
    private const int Runs = 20_000;

    private static readonly string[] Pieces =
    [
        "spf=", "dkim=", "dmarc=", "compauth=", "pass", "fail", "none", ";", " ", "(", ")", "\"", "\\", "=", "/1", "header.d=", "smtp.mailfrom=",
        "example.org", "attacker.example", "\t", "\r\n", "reason=000", "é", "\uD800", "mx.attacker.example",
    ];

    [Fact]
    public void MG_04_no_header_below_a_fail_of_ours_makes_a_sender_genuine()
    {
        var random = new Random(20991104);
        for (var run = 0; run < Runs; run++)
        {
            var mail = Mails.From("dana.field@example.org").With(("Authentication-Results", Mails.Forged), ("Authentication-Results", Nonsense(random)));

            Assert.Equal(Authenticity.Failed, SenderAuthentication.Of(mail, []));
        }
    }

    [Fact]
    public void MG_04_no_header_under_a_strange_name_makes_a_sender_genuine()
    {
        var random = new Random(20991105);
        for (var run = 0; run < Runs; run++)
        {
            var mail = Mails.From("dana.field@example.org").With(("Authentication-Results", $"mx.attacker.example; {Nonsense(random)}"));

            Assert.NotEqual(Authenticity.Proven, SenderAuthentication.Of(mail, ["mx.lakeview.example.org"]));
            Assert.NotEqual(Authenticity.Proven, SenderAuthentication.Of(mail, []));
        }
    }

    [Fact]
    public void Whatever_a_mail_says_its_nature_is_told_and_its_names_are_compared()
    {
        var random = new Random(20991106);
        for (var run = 0; run < Runs; run++)
        {
            var (one, other) = (Nonsense(random), Nonsense(random));
            var mail = Mails.From("dana.field@example.org", one, other, one).With(("Content-Type", one), ("Auto-Submitted", other), ("Precedence", one));

            Assert.True(Enum.IsDefined(NatureOfMail.Of(mail, [])));
            Assert.False(PersonName.MayBeSame(one, "Dana Field"));
            Assert.False(SenderCheck.IsForwarded(one));
            Assert.True(OwnWords.Of(one).Length <= one.Length);
        }
    }

    [Fact]
    public void A_correction_always_wins_and_correcting_twice_is_correcting_once()
    {
        var random = new Random(20991107);
        for (var run = 0; run < Runs / 10; run++)
        {
            var (before, correction) = (AnyForm(random), AnyForm(random));
            var merged = MergedForm.Of(before, correction);

            Assert.All(correction.Fields, field => Assert.Equal(field.Text, merged[field.Pointer]));
            Assert.Equal(merged.Fields.OrderBy(field => field.Pointer, StringComparer.Ordinal), MergedForm.Of(merged, correction).Fields.OrderBy(field => field.Pointer, StringComparer.Ordinal));
            Assert.Equal(merged.Fields.Length, merged.Fields.Select(field => field.Pointer).Distinct().Count());
        }
    }

    private static TypedForm AnyForm(Random random) => new(
    [
        .. FormPointers.Single.Concat(Enumerable.Range(0, 3).SelectMany(line => new[] { FormPointers.PartnerSchool(line), FormPointers.PartnerParticipants(line) }))
            .Where(_ => random.Next(2) == 0).Select(pointer => new TypedField(pointer, Nonsense(random))),
    ]);

    private static string Nonsense(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 25); left > 0; left--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
