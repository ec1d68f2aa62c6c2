using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Http;

/// <summary>Builds the one pipeline that a service client shares with all its tables.</summary>
internal static class PipelineFactory
{
    private const string StorageScope = "https://storage.azure.com/.default";

    public static HttpPipeline Create(TableClientOptions options, TableSharedKeyCredential credential) =>
        Create(options, new SharedKeyPolicy(credential));

    public static HttpPipeline Create(TableClientOptions options, TokenCredential credential) =>
        Create(options, new BearerTokenAuthenticationPolicy(credential, StorageScope));

    private static HttpPipeline Create(TableClientOptions options, HttpPipelinePolicy authentication) =>
        HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            ResponseClassifier = new ResponseClassifier(),
            RequestFailedDetailsParser = ServiceErrorParser.Instance,
        });
}
