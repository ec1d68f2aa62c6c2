using Azure.Data.Tables;

namespace TechPlan.Local.Tests.Tables;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/T", "devstoreaccount1")]
    [InlineData("usedevelopmentstorage=True;", "http://127.0.0.1:10002/devstoreaccount1/T", "devstoreaccount1")]
    [InlineData("AccountName=acc;AccountKey=a2V5", "https://acc.table.core.windows.net/T", "acc")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=acc;AccountKey=a2V5;EndpointSuffix=core.example", "http://acc.table.core.example/T", "acc")]
    [InlineData("AccountName=acc;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:99/acc/;BlobEndpoint=http://b", "http://127.0.0.1:99/acc/T", "acc")]
    public void A_connection_string_says_where_and_who(string text, string uri, string account)
    {
        var table = new TableServiceClient(text).GetTableClient("T");
        Assert.Equal((uri, account, "T"), (table.Uri.AbsoluteUri, table.AccountName, table.Name));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=acc")]
    [InlineData("AccountName=acc;AccountKey=a2V5;TableEndpoint=nowhere")]
    public void A_connection_string_that_leads_nowhere_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(text));

    [Theory]
    [InlineData("https://acc.table.core.windows.net", "acc")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("http://localhost:10002/devstoreaccount1/", "devstoreaccount1")]
    public void An_address_names_its_account(string uri, string account) =>
        Assert.Equal(account, new TableServiceClient(new Uri(uri), new NoToken()).AccountName);

    private sealed class NoToken : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => default;

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(
            Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => default;
    }
}
