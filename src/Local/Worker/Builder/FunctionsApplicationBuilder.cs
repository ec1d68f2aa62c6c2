using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Sets up a function app; what it builds runs all of the app in this process, without the Functions host.</summary>
public class FunctionsApplicationBuilder : IFunctionsWorkerApplicationBuilder, IHostApplicationBuilder
{
    private readonly LocalHostBuilder _local;

    internal FunctionsApplicationBuilder(string[] args) => _local = new LocalHostBuilder(args);

    public IDictionary<object, object> Properties => Web.Properties;

    public ConfigurationManager Configuration => _local.Web.Configuration;

    public IHostEnvironment Environment => _local.Web.Environment;

    public ILoggingBuilder Logging => _local.Web.Logging;

    public IMetricsBuilder Metrics => _local.Web.Metrics;

    public IServiceCollection Services => _local.Web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The types to look for functions in; those of the entry assembly unless a test says otherwise.</summary>
    internal IReadOnlyCollection<Type>? FunctionTypes
    {
        get => _local.FunctionTypes;
        set => _local.FunctionTypes = value;
    }

    private IHostApplicationBuilder Web => _local.Web;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _local.Middleware.Add(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        Web.ConfigureContainer(factory, configure);

    public IHost Build() => _local.Build();
}
