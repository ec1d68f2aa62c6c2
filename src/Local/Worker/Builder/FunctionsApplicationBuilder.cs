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
    internal FunctionsApplicationBuilder(string[] args) => Local = new LocalHostBuilder(args);

    public IDictionary<object, object> Properties => Web.Properties;

    public ConfigurationManager Configuration => Local.Web.Configuration;

    public IHostEnvironment Environment => Local.Web.Environment;

    public ILoggingBuilder Logging => Local.Web.Logging;

    public IMetricsBuilder Metrics => Local.Web.Metrics;

    public IServiceCollection Services => Local.Web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>What is ours about this builder.</summary>
    internal LocalHostBuilder Local { get; }

    private IHostApplicationBuilder Web => Local.Web;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Local.Middleware.Add(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        Web.ConfigureContainer(factory, configure);

    public IHost Build() => Local.Build();
}
