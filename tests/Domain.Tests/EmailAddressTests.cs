namespace TechPlan.Domain.Tests;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("Ada.Field+grants@mail.example.org")]
    [InlineData("o'neil@example.org")]
    [InlineData("a@localhost")]
    public void An_address_is_kept_as_written(string text) => Assert.Equal(text, EmailAddress.TryParse(text)?.Value);

    [Fact]
    public void Blanks_around_it_are_no_part_of_it() => Assert.Equal("ada@example.org", EmailAddress.Parse(" ada@example.org\r\n").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@example@org")]
    [InlineData("ada field@example.org")]
    [InlineData("Ada Field <ada@example.org>")]
    [InlineData("ada@example.org,bob@example.org")]
    [InlineData("ada@example.org;bob@example.org")]
    [InlineData("\"ada\"@example.org")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData(".ada@example.org")]
    [InlineData("ada.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@.example.org")]
    [InlineData("ada@example.org.")]
    [InlineData("ada@-example.org")]
    [InlineData("ada@exa_mple.org")]
    [InlineData("ad\u00E4@example.org")]
    [InlineData("ada@ex\u0430mple.org")]
    public void What_is_no_address_is_not_read(string? text) => Assert.Null(EmailAddress.TryParse(text));

    [Theory]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("ada@example.org\nSubject: x")]
    [InlineData("ada\r@example.org")]
    [InlineData("ada@example.org\0")]
    [InlineData("ada@example.org\u2028x")]
    [InlineData("ada@example.org\u0085x")]
    [InlineData("ada%0Abcc:@example.org")]
    [InlineData("ada@example.org\tx")]
    public void Nothing_that_could_start_another_header_gets_through(string text) => Assert.Null(EmailAddress.TryParse(text));

    [Fact]
    public void Lengths_are_those_of_mail_systems()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('h', 62), 3)); // 188 characters
        Assert.NotNull(EmailAddress.TryParse($"{new string('a', 64)}@{host}h"));
        Assert.Null(EmailAddress.TryParse($"{new string('a', 65)}@{host}h"));
        Assert.Null(EmailAddress.TryParse($"{new string('a', 64)}@{host}hh"));
    }

    [Fact]
    public void Upper_and_lower_case_are_the_same_address()
    {
        Assert.Equal(EmailAddress.Parse("Ada@Example.org"), EmailAddress.Parse("ada@example.ORG"));
        Assert.Single(new HashSet<EmailAddress> { EmailAddress.Parse("ADA@example.org"), EmailAddress.Parse("ada@example.org") });
    }

    [Fact]
    public void Parse_is_for_what_was_validated_before() => Assert.Throws<FormatException>(() => EmailAddress.Parse("ada"));
}
