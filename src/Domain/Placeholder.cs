namespace TechPlan.Domain;
