using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Web.Errors;

// Pages and mails are in American English whatever the machine speaks; the time zone's name comes from this culture.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<CalmErrors>();

// ASP.NET Core logs the address of every request at Information, and an address may be a signed link.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

builder.Services.AddTechPlan(builder.Configuration);
builder.Build().Run();
