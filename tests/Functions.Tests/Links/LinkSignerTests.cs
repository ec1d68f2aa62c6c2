using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Tests.Support;
using TechPlan.Local;

namespace TechPlan.Functions.Tests.Links;

public sealed class LinkSignerTests
{
    private const string NewKey = "k2:bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS1uZXcta2V5";

    private static readonly DateTimeOffset Now = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);
    private static readonly Link Sample = new(
        MiniGrantId.For("webhook:msg_1"), LinkAction.Review, PersonKey.Of(EmailAddress.Parse("Pat.Lee@Example.org")), Now.AddDays(30));

    [Fact]
    public void A_token_gives_the_link_back()
    {
        var token = Signer().Sign(Sample);

        Assert.Equal(new LinkReading.Valid(Sample), Signer().Read(token));
        Assert.Matches("^[A-Za-z0-9_-]{50,70}$", token);
    }

    [Fact]
    public void It_holds_no_address_and_the_same_person_in_any_spelling_has_one_key()
    {
        Assert.Equal(12, Sample.PersonKey.Length);
        Assert.Equal(Sample.PersonKey, PersonKey.Of(EmailAddress.Parse("pat.lee@example.org")));
    }

    [Fact]
    public void Every_cut_is_damage()
    {
        var token = Signer().Sign(Sample);

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.IsType<LinkReading.Damaged>(Signer().Read(token[..length])));
    }

    [Fact]
    public void Every_changed_character_is_damage()
    {
        var token = Signer().Sign(Sample);

        Assert.All(Enumerable.Range(0, token.Length), place =>
        {
            var changed = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            Assert.False(Signer().Read(changed) is LinkReading.Valid or LinkReading.Expired);
        });
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAA")]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("%20")]
    public void Whatever_is_added_is_damage(string tail)
    {
        Assert.IsType<LinkReading.Damaged>(Signer().Read(Signer().Sign(Sample) + tail));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("review")]
    [InlineData("../../etc/passwd")]
    public void Anything_else_is_damage(string? token)
    {
        Assert.IsType<LinkReading.Damaged>(Signer().Read(token));
    }

    [Fact]
    public void A_very_long_token_is_damage()
    {
        Assert.IsType<LinkReading.Damaged>(Signer().Read(new string('A', 100_000)));
    }

    [Fact]
    public void A_token_of_another_mini_grant_leads_there_and_nowhere_else()
    {
        var other = Sample with { Id = MiniGrantId.For("webhook:msg_2") };

        Assert.Equal(new LinkReading.Valid(other), Signer().Read(Signer().Sign(other)));
        Assert.NotEqual(Signer().Sign(Sample), Signer().Sign(other));
    }

    [Fact]
    public void A_token_whose_time_is_over_still_says_what_it_was_for()
    {
        var token = Signer().Sign(Sample);

        Assert.Equal(new LinkReading.Expired(Sample), Signer(now: Sample.ExpiresAt).Read(token));
    }

    [Fact]
    public void Links_outlive_a_change_of_keys_until_the_old_key_goes()
    {
        var token = Signer().Sign(Sample);

        Assert.IsType<LinkReading.Valid>(Signer(keys: [NewKey, TestSettings.LinkKey]).Read(token));
        Assert.IsType<LinkReading.OldKey>(Signer(keys: [NewKey]).Read(token));
    }

    [Fact]
    public void A_token_forged_with_another_key_of_the_same_id_is_damage()
    {
        var forged = Signer(keys: ["local:" + NewKey["k2:".Length..]]).Sign(Sample);

        Assert.IsType<LinkReading.Damaged>(Signer().Read(forged));
    }

    private static LinkSigner Signer(DateTimeOffset? now = null, params string[] keys)
    {
        var clock = new LocalClock();
        clock.FreezeAt(now ?? Now);
        return new LinkSigner(new LinkKeys(Options.Create(new LinkOptions { Keys = keys.Length > 0 ? keys : [TestSettings.LinkKey] })), clock);
    }
}
