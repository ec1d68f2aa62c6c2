using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Tests.Correspondence.Senders;

public sealed class NatureOfMailTests
{
    private static readonly EmailAddress Office = EmailAddress.Parse("office@example.org");

    [Theory]
    [InlineData("Auto-Submitted", "no")]
    [InlineData("Auto-Submitted", "No (typed by hand)")]
    [InlineData("X-Auto-Response-Suppress", "DR, RN, NRN")]
    [InlineData("Precedence", "normal")]
    [InlineData("Return-Path", "<dana.field@example.org>")]
    [InlineData("Content-Type", "multipart/mixed; boundary=\"report-type=delivery-status\"")]
    [InlineData("Content-Type", "multipart/report; report-type=feedback-report")]
    [InlineData("X-MS-Exchange-Parent-Message-Id", "<1@example.org>")]
    public void A_person_is_taken_for_one(string header, string value) => Assert.Equal(MailNature.Person, Of(header, value));

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("auto-submitted", "Auto-Generated; owner-email=\"x@example.org\"")]
    [InlineData("Auto-Submitted", "auto-replied (vacation)")]
    [InlineData("Auto-Submitted", "")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("X-Auto-Response-Suppress", "DR, OOF, AutoReply")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("X-Autorespond", "")]
    [InlineData("X-MS-Exchange-Inbox-Rules-Loop", "dana.field@example.org")]
    [InlineData("Precedence", "auto_reply")]
    [InlineData("Content-Type", "multipart/report; report-type=disposition-notification; boundary=x")]
    public void An_answering_program_is_known_by_its_headers(string header, string value) => Assert.Equal(MailNature.AutoReply, Of(header, value));

    [Theory]
    [InlineData("List-Id", "<itl.lists.example.org>")]
    [InlineData("List-Unsubscribe", "<mailto:leave@example.org>")]
    [InlineData("Precedence", "bulk")]
    [InlineData("Precedence", "Junk")]
    [InlineData("precedence", "list")]
    public void List_mail_is_known_by_its_headers(string header, string value) => Assert.Equal(MailNature.List, Of(header, value));

    [Theory]
    [InlineData("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"a\"")]
    [InlineData("Content-Type", "Multipart/Report;\tboundary=a; Report-Type=\"delivery-status\"")]
    [InlineData("X-Failed-Recipients", "pat.lee@example.org")]
    [InlineData("X-MS-Exchange-Message-Is-Ndr", "")]
    public void A_report_of_failed_delivery_is_known_by_its_headers(string header, string value) => Assert.Equal(MailNature.Bounce, Of(header, value));

    [Fact]
    public void A_report_is_a_report_though_it_was_sent_by_a_program_as_well() => Assert.Equal(MailNature.Bounce, Nature(
        Mails.From("postmaster@example.org").With(("Auto-Submitted", "auto-replied"), ("Return-Path", "<>"), ("Content-Type", "multipart/report; report-type=delivery-status"))));

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example.org", "Returned mail: see transcript for details", MailNature.Bounce)]
    [InlineData("postmaster@example.org", "Undeliverable: Please decide", MailNature.Bounce)]
    [InlineData("postmaster@example.org", "A question", MailNature.AutoReply)]
    [InlineData("noreply@example.org", "Your order", MailNature.AutoReply)]
    [InlineData("no-reply+17@example.org", "Your order", MailNature.AutoReply)]
    [InlineData("do-not-reply@example.org", "Your order", MailNature.AutoReply)]
    [InlineData("norepliega@example.org", "Mini-grant", MailNature.Person)]
    [InlineData("postmasters@example.org", "Mini-grant", MailNature.Person)]
    public void Some_addresses_are_programs(string from, string subject, MailNature expected) =>
        Assert.Equal(expected, Nature(Mails.From(from, subject: subject)));

    [Theory]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData(" < > ")]
    public void An_empty_return_path_leaves_nobody_to_answer(string path) => Assert.Equal(MailNature.NoSender, Of("Return-Path", path));

    [Fact]
    public void Without_an_author_there_is_nobody_to_answer() => Assert.Equal(MailNature.NoSender, Nature(Mails.From(null)));

    [Fact]
    public void What_we_sent_ourselves_is_known_by_its_address_and_by_its_mark()
    {
        Assert.Equal(MailNature.Own, Nature(Mails.From("OFFICE@example.org")));
        Assert.Equal(MailNature.Own, Of(OutgoingMail.MarkHeader, "draft"));
    }

    [Theory]
    [InlineData("Automatic reply: Request not complete")]
    [InlineData("Out of Office Re: Request not complete")]
    public void A_subject_alone_is_no_evidence_but_beside_other_evidence_it_is(string subject)
    {
        var mail = Mails.FromDana(subject: subject);

        Assert.Equal(MailNature.Person, Nature(mail));
        Assert.Equal(MailNature.AutoReply, Nature(mail.Answering(MiniGrantId.For("test"))));
        Assert.Equal(MailNature.AutoReply, Nature(mail.With(("X-MS-Exchange-Generated-Message-Source", "Mailbox Rules Agent"))));
    }

    [Fact]
    public void A_report_by_its_subject_needs_other_evidence_as_well()
    {
        var mail = Mails.FromDana(subject: "Undeliverable: my request");

        Assert.Equal(MailNature.Person, Nature(mail));
        Assert.Equal(MailNature.Bounce, Nature(mail.With(("Return-Path", "<>"))));
    }

    private static MailNature Of(string header, string value) => Nature(Mails.FromDana().With((header, value)));

    private static MailNature Nature(InboundMail mail) => NatureOfMail.Of(mail, [Office]);
}
