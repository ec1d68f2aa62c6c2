using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Tests.Correspondence.Senders;

public sealed class SenderAuthenticationTests
{
    private const string Server = "mx.lakeview.example.org";

    [Theory]
    [InlineData(Mails.Proven, Authenticity.Proven)]
    [InlineData(Mails.Forged, Authenticity.Failed)]
    [InlineData("spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=fail action=none", Authenticity.Failed)]
    [InlineData("spf=none; dkim=none; dmarc=none; compauth=fail reason=001", Authenticity.Failed)]
    [InlineData("spf=fail smtp.mailfrom=example.org; dkim=none; dmarc=none", Authenticity.Failed)]
    [InlineData("spf=softfail smtp.mailfrom=example.org; dkim=none; dmarc=none", Authenticity.Failed)]
    [InlineData("spf=fail smtp.mailfrom=forwarder.example; dkim=pass header.d=example.org; dmarc=pass", Authenticity.Proven)]
    [InlineData("spf=fail smtp.mailfrom=forwarder.example; dkim=pass header.d=example.org", Authenticity.Proven)]
    [InlineData("spf=pass smtp.mailfrom=example.org", Authenticity.Proven)]
    [InlineData("spf=pass smtp.mailfrom=bounces@mail.example.net; dkim=pass header.d=example.net", Authenticity.Unproven)]
    [InlineData("spf=none; dkim=none; dmarc=none", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=attacker.example; dmarc=pass action=none header.from=attacker.example; compauth=pass reason=100", Authenticity.Unproven)]
    [InlineData("dmarc=pass header.from=\"example.org\"", Authenticity.Proven)]
    [InlineData("spf=temperror; dkim=temperror; dmarc=temperror", Authenticity.Unproven)]
    [InlineData("", Authenticity.Unproven)]
    [InlineData(";;;=;= =;()((", Authenticity.Unproven)]
    public void MG_04_what_our_mail_system_found_decides(string header, Authenticity expected) => Assert.Equal(expected, Of(header));

    [Theory]
    [InlineData("spf=pass (dmarc=fail) smtp.mailfrom=example.org", Authenticity.Proven)]
    [InlineData("SPF=Pass SMTP.MailFrom=EXAMPLE.ORG", Authenticity.Proven)]
    [InlineData("spf = pass smtp.mailfrom=example.org", Authenticity.Proven)]
    [InlineData("spf=pass smtp.mailfrom=\"example.org\"", Authenticity.Proven)]
    [InlineData("dkim/1=fail header.d=example.org; dkim/1=pass header.i=@example.org", Authenticity.Proven)]
    [InlineData("spf=none (a (nested; dmarc=fail) comment); dmarc=pass", Authenticity.Proven)]
    [InlineData("spf=none (unclosed; dmarc=pass", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=\"x; dmarc=pass; y\"@attacker.example; dmarc=none", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=\"x smtp.mailfrom=example.org\"@attacker.example", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=\"@example.org x\"@attacker.example", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=\"unclosed; dmarc=pass", Authenticity.Unproven)]
    [InlineData("spf=pass smtp.mailfrom=\"x\\\"; dmarc=pass; \\\"y\"@attacker.example; dmarc=none", Authenticity.Unproven)]
    public void MG_04_comments_and_spellings_do_not_confuse_it(string header, Authenticity expected) => Assert.Equal(expected, Of(header));

    [Fact]
    public void MG_04_a_pass_below_our_header_counts_for_nothing() =>
        Assert.Equal(Authenticity.Failed, Of(Mails.Forged, Mails.Proven));

    [Fact]
    public void MG_04_a_pass_under_a_strange_name_counts_for_nothing() =>
        Assert.Equal(Authenticity.Unproven, Of($"mail.attacker.example; {Mails.Proven}"));

    [Fact]
    public void MG_04_a_fail_is_believed_whoever_wrote_it_unless_ours_says_more()
    {
        Assert.Equal(Authenticity.Failed, Of($"mail.elsewhere.example; {Mails.Forged}"));
        Assert.Equal(Authenticity.Proven, Of(Mails.Proven, $"mail.elsewhere.example; {Mails.Forged}"));
    }

    [Fact]
    public void MG_04_with_a_name_of_ours_only_headers_under_it_count()
    {
        Assert.Equal(Authenticity.Proven, Of([$"gateway.example; dmarc=fail", $"{Server} 1; {Mails.Proven}"], Server));
        Assert.Equal(Authenticity.Unproven, Of([Mails.Proven], Server));
        Assert.Equal(Authenticity.Failed, Of([$"{Server}; {Mails.Forged}", $"{Server}; {Mails.Proven}"], Server));
    }

    [Theory]
    [InlineData("subject.example.org", Authenticity.Unproven)]
    [InlineData("org", Authenticity.Unproven)]
    [InlineData("badexample.org", Authenticity.Unproven)]
    [InlineData("example.org", Authenticity.Proven)]
    public void MG_04_a_signature_proves_only_its_own_domain(string domain, Authenticity expected) => Assert.Equal(expected, Of($"dkim=pass header.d={domain}"));

    [Fact]
    public void MG_04_mail_inside_the_tenant_is_proven_but_only_in_a_mailbox_that_keeps_the_mark()
    {
        var inside = Mails.From("dana.field@example.org").With(("X-MS-Exchange-Organization-AuthAs", "Internal"));

        Assert.Equal(Authenticity.Proven, SenderAuthentication.Of(inside, []));
        Assert.Equal(Authenticity.Unproven, SenderAuthentication.Of(inside with { GraphId = null }, []));
    }

    [Fact]
    public void MG_04_another_door_vouches_without_a_name_and_a_mailboxs_name_is_forged_there()
    {
        string[] trusted = ["mx.example.org"];

        Assert.Equal(Authenticity.Proven, SenderAuthentication.Of(MailWith(["dkim=pass header.d=example.org"]) with { GraphId = null }, trusted));
        Assert.Equal(Authenticity.Unproven, SenderAuthentication.Of(MailWith(["mx.example.org; dkim=pass header.d=example.org"]) with { GraphId = null }, trusted));
    }

    [Fact]
    public void A_thousand_headers_of_nonsense_are_read_in_no_time()
    {
        var nonsense = string.Concat(Enumerable.Repeat("((((\"\\;spf=pass=", 4000));
        var mail = Mails.From("dana.field@example.org").With([.. Enumerable.Repeat(("Authentication-Results", nonsense), 1000)]);

        Assert.Equal(Authenticity.Unproven, SenderAuthentication.Of(mail, []));
    }

    private static Authenticity Of(params string[] headers) => Of(headers, []);

    private static Authenticity Of(string[] headers, params string[] trusted) =>
        SenderAuthentication.Of(MailWith(headers), trusted);

    private static InboundMail MailWith(string[] headers) =>
        Mails.From("dana.field@example.org").With([.. headers.Select(value => ("Authentication-Results", value))]);
}
