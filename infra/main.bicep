// Everything the function app needs in one resource group: a Flex Consumption plan, one storage account (tables, and Durable's
// queues), a key vault for the secrets, and an identity that is allowed just that. No keys, no connection strings.
targetScope = 'resourceGroup'

@description('Short name of the district; becomes part of every resource name.')
@minLength(3)
@maxLength(12)
param name string

@description('Where the resources live.')
param location string = resourceGroup().location

@description('The district as people read it in mails and pages.')
param districtName string

@description('IANA name of the district\'s time zone.')
param timeZone string = 'America/Chicago'

@description('The office\'s mailbox: what the office is told reaches it, and staff mail is sent from it unless there is an intake mailbox.')
param officeMailbox string

@description('The app\'s own mailbox, where requests come in by mail and staff mail is sent from; empty leaves intake by mail out. It may be the office\'s.')
param intakeMailbox string = ''

@description('Sender of mail to registered people through SendGrid; empty leaves SendGrid out.')
param sendGridFrom string = ''

@description('Public keys of SendGrid\'s Event Webhook, separated by blanks; empty closes the door.')
param sendGridEventKeys string = ''

@description('Public keys of SendGrid\'s security policy for Inbound Parse, separated by blanks; empty closes the door.')
param sendGridParseKeys string = ''

@description('Names under which the district\'s own mail gateway writes Authentication-Results, separated by blanks; empty with Exchange Online alone, which writes none.')
param mailAuthservIds string = ''

@description('Whether a request by mail counts at once only when the mail system has checked that it comes from the ITL; false means that anybody who forges the address can ask.')
param mailRequireAuthentication bool = true

@description('Letters about mails that one sender gets in a day, at most.')
@minValue(1)
@maxValue(100)
param mailAnswersADay int = 5

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Upper bound of instances; it is also the bound of the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

var suffix = uniqueString(resourceGroup().id, name)
var storageName = take('st${toLower(name)}${suffix}', 24)
var appName = 'func-${name}-${suffix}'
var deploymentContainer = 'app-package'

// Role definitions, by their fixed ids.
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-${suffix}'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    resource package 'containers' = {
      name: deploymentContainer
    }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}-${suffix}'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}-${suffix}'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('kv-${name}-${suffix}', 24)
  location: location
  properties: {
    sku: { family: 'A', name: 'standard' }
    tenantId: subscription().tenantId
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource storageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]: {
    name: guid(storage.id, identity.id, role)
    scope: storage
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource insightsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, roles.metricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource vaultRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}-${suffix}'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'functions' }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        // Durable's queues are polled by one instance that is always there: a nudge is taken up in a moment, day and night.
        alwaysReady: [{ name: 'durable', instanceCount: 1 }]
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
  }
  dependsOn: [storageRoles, vaultRole, insightsRole]

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      AZURE_CLIENT_ID: identity.properties.clientId
      TechPlan__BaseUrl: 'https://${appName}.azurewebsites.net'
      TechPlan__District__Name: districtName
      TechPlan__District__TimeZone: timeZone
      TechPlan__Office__Mailbox: officeMailbox
      TechPlan__Mailbox__Address: intakeMailbox
      TechPlan__Mailbox__ClientState: empty(intakeMailbox) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/mailbox-client-state)'
      TechPlan__Senders__AuthservIds: mailAuthservIds
      TechPlan__Senders__RequireAuthentication: string(mailRequireAuthentication)
      TechPlan__Senders__AnswersADay: string(mailAnswersADay)
      TechPlan__SendGrid__From: sendGridFrom
      TechPlan__SendGrid__EventKeys: sendGridEventKeys
      TechPlan__SendGrid__ParseKeys: sendGridParseKeys
      TechPlan__SendGrid__ApiKey: empty(sendGridFrom) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/sendgrid-api-key)'
      TechPlan__FormWebhook__Secrets: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/form-webhook-secrets)'
      TechPlan__Links__Keys: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/link-keys)'
    }
  }
}

output appName string = app.name
output baseUrl string = 'https://${app.properties.defaultHostName}'
output vaultName string = vault.name

@description('Grant this principal "Application Mail.ReadWrite" and "Application Mail.Send" on the intake mailbox alone, or on the office\'s when there is none; see docs/operations.md.')
output mailPrincipalId string = identity.properties.principalId
