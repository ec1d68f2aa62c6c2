using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How a client talks to the service: its API version, and by inheritance retries, transport and policies.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionHeader = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "This API version is not known."),
        };
    }

    internal string VersionHeader { get; }

    /// <summary>API versions of the table service.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
