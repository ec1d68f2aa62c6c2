using TechPlan.Domain.Directory;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Tests.Support;

namespace TechPlan.Functions.Tests.Correspondence.Senders;

public sealed class SenderCheckTests
{
    private static readonly School School = new("School 012", "Cluster 1", TestApp.Dana, TestApp.Robin, InProgram: true, "public");

    [Fact]
    public void MG_04_the_itl_of_record_with_a_proven_address_is_believed() =>
        Assert.Equal(new SenderVerdict.ItlOfRecord(TestApp.Dana), Of(Mails.FromDana()));

    [Fact]
    public void MG_04_a_forged_address_never_counts_as_the_itl()
    {
        Assert.Equal(Asks(Doubt.Forged), Of(Mails.FromDana(), Authenticity.Failed));
        Assert.Equal(Asks(Doubt.Forged), Of(Mails.FromDana(), Authenticity.Failed, mustBeProven: false));
    }

    [Fact]
    public void MG_04_an_unchecked_address_is_asked_about_unless_the_district_allows_it()
    {
        Assert.Equal(Asks(Doubt.NotProven), Of(Mails.FromDana(), Authenticity.Unproven));
        Assert.Equal(new SenderVerdict.ItlOfRecord(TestApp.Dana), Of(Mails.FromDana(), Authenticity.Unproven, mustBeProven: false));
    }

    [Theory]
    [InlineData("dana.field@home.example")]
    [InlineData("pat.lee@example.org")]
    [InlineData(null)]
    public void MG_04_another_address_is_asked_about_whatever_name_it_bears(string? address) =>
        Assert.Equal(Asks(Doubt.AnotherAddress), Of(Mails.From(address, "Dana Field")));

    [Theory]
    [InlineData("FW: request")]
    [InlineData("Fwd:request")]
    [InlineData("RE: Re: fw : request")]
    [InlineData("WG: Anfrage")]
    public void MG_04_a_forwarded_form_is_asked_about(string subject) => Assert.Equal(Asks(Doubt.Forwarded), Of(Mails.FromDana(subject: subject)));

    [Theory]
    [InlineData("Forward planning: a request")]
    [InlineData("Re: request")]
    [InlineData("Request FW: none")]
    public void MG_04_other_subjects_are_not_taken_for_forwarded(string subject) => Assert.IsType<SenderVerdict.ItlOfRecord>(Of(Mails.FromDana(subject: subject)));

    [Theory]
    [InlineData("Pat Lee")]
    [InlineData("Dana Lee")]
    [InlineData("D. F.")]
    public void MG_04_another_name_on_the_form_is_asked_about(string name) => Assert.Equal(Asks(Doubt.AnotherName), Of(Mails.FromDana(), submitter: name));

    [Theory]
    [InlineData("dana field")]
    [InlineData("Field, Dana")]
    [InlineData("Ms. Dana M. Field")]
    [InlineData("D. Field")]
    [InlineData("Dána Fièld, ITL")]
    [InlineData(null)]
    public void MG_04_the_same_name_in_another_spelling_is_not(string? name) => Assert.IsType<SenderVerdict.ItlOfRecord>(Of(Mails.FromDana(), submitter: name));

    [Fact]
    public void MG_14_a_school_that_nobody_knows_has_nobody_to_ask() =>
        Assert.IsType<SenderVerdict.NoItlKnown>(SenderCheck.Of(Mails.FromDana(), Authenticity.Proven, school: null, "Dana Field", mustBeProven: true));

    private static SenderVerdict.AskItl Asks(Doubt why) => new(TestApp.Dana, why);

    private static SenderVerdict Of(InboundMail mail, Authenticity authenticity = Authenticity.Proven, string? submitter = "Dana Field", bool mustBeProven = true) =>
        SenderCheck.Of(mail, authenticity, School, submitter, mustBeProven);
}
