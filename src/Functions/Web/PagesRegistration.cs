using Microsoft.Extensions.DependencyInjection;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Review;
using TechPlan.Functions.Status;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Web;

/// <summary>Everything that people see in a browser.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<ComponentRenderer>()
        .AddSingleton<Pages>()
        .AddSingleton<GrantViews>()
        .AddSingleton<LinkVisits>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<HoldDesk>()
        .AddSingleton<CountDesk>()
        .AddSingleton<StatusDesk>()
        .AddSingleton<RegistrationStore>()
        .AddSingleton<IRegistrationCount, RegistrationCount>()
        .AddSingleton<EnrollDesk>();
}
