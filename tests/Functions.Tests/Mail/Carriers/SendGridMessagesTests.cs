using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Tests.Mail.Carriers;

public sealed class SendGridMessagesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"messages\":null}")]
    [InlineData("{\"messages\":7}")]
    [InlineData("{\"messages\":[null,{},{\"to_email\":null},{\"to_email\":\"nobody\"}]}")]
    [InlineData("{\"messages\":[{\"to_email\":7}]}")]
    public void A_look_up_s_answer_that_cannot_be_read_says_nothing(string answer)
    {
        Assert.Empty(SendGridMessages.RecipientsOf(answer));
    }

    [Fact]
    public void The_recipients_are_read_in_lower_case()
    {
        const string answer = "{\"messages\":[{\"msg_id\":\"1\",\"to_email\":\"Ann@Example.org\"},{\"to_email\":\"ben@example.org\"}]}";

        Assert.Equal(["ann@example.org", "ben@example.org"], SendGridMessages.RecipientsOf(answer));
    }
}
