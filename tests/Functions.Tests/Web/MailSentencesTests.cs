using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Events;
using TechPlan.Functions.Web.Timeline;

namespace TechPlan.Functions.Tests.Web;

public sealed class MailSentencesTests
{
    private static readonly MailSentences Sentences = new("Dana Field", "Pat Lee");

    [Theory]
    [InlineData(NoticeKind.RequestApproved, Audience.LeadItl, MailState.Sent, 1, "Told Dana Field by email that the request is approved.")]
    [InlineData(NoticeKind.PleaseReview, Audience.Specialist, MailState.Waiting, 0, "An email to Pat Lee that the request waits for a decision is on its way.")]
    [InlineData(NoticeKind.SessionCancelled, Audience.RegisteredPeople, MailState.Sent, 9, "Told 9 people registered by email that the session is cancelled.")]
    [InlineData(NoticeKind.SessionCancelled, Audience.RegisteredPeople, MailState.Waiting, 0, "An email to everybody registered that the session is cancelled is on its way.")]
    [InlineData(NoticeKind.SessionConfirmed, Audience.Facilitator, MailState.Failed, 1, "The email to the facilitator that the session takes place could not be delivered. The office is on it.")]
    public void A_mail_is_told_by_who_and_what(NoticeKind kind, Audience to, MailState state, int recipients, string sentence) =>
        Assert.Equal(sentence, Sentences.Of(Record(kind, to, state, recipients))?.Sentence);

    [Theory]
    [InlineData(DeliveryState.Delivered, null, "Told Pat Lee by email that the request waits for a decision; it was delivered.")]
    [InlineData(DeliveryState.Deferred, "4.2.2", "Sent Pat Lee an email that the request waits for a decision; the mail server there has put it off, and it is tried again.")]
    [InlineData(DeliveryState.Bounced, "5.1.1", "The email to Pat Lee that the request waits for a decision could not be delivered: the mail server there refused it. The office is on it.")]
    [InlineData(DeliveryState.Bounced, "blocked", "The email to Pat Lee that the request waits for a decision could not be delivered: the mail server there does not take mail from us. The office is on it.")]
    [InlineData(DeliveryState.Withheld, "suppressed-after-bounce", "The email to Pat Lee that the request waits for a decision could not be delivered: the address is suppressed, since an earlier email to it came back. The office is on it.")]
    [InlineData(DeliveryState.Withheld, "not-an-address", "The email to Pat Lee that the request waits for a decision could not be delivered: the address does not exist. The office is on it.")]
    [InlineData(DeliveryState.Withheld, null, "The email to Pat Lee that the request waits for a decision could not be delivered: the mail service did not send it. The office is on it.")]
    [InlineData(DeliveryState.SpamReported, null, "The email to Pat Lee that the request waits for a decision was delivered and then reported as spam. The office is on it.")]
    public void What_became_of_a_mail_is_told_in_words(DeliveryState state, string? reason, string sentence) => Assert.Equal(
        sentence,
        Sentences.Of(Record(NoticeKind.PleaseReview, Audience.Specialist, MailState.Sent, 1) with { Delivery = new DeliveryProgress(state, SampleGrants.DecidedAt, reason) })?.Sentence);

    [Fact]
    public void What_was_dropped_is_not_told() => Assert.Null(Sentences.Of(Record(NoticeKind.ReviewReminder, Audience.Specialist, MailState.Dropped, 0)));

    [Fact]
    public void Every_notice_to_everybody_has_a_sentence()
    {
        foreach (var (kind, to) in Enum.GetValues<NoticeKind>().SelectMany(_ => Enum.GetValues<Audience>(), (kind, to) => (kind, to)))
        {
            Assert.NotNull(Sentences.Of(Record(kind, to, MailState.Sent, 1)));
        }
    }

    private static MailRecord Record(NoticeKind kind, Audience to, MailState state, int recipients) =>
        new(kind, to, state, SampleGrants.DecidedAt, recipients, null, null, null);
}
