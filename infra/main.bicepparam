using 'main.bicep'

param name = 'techplan'
param districtName = 'Sample School District'
param officeMailbox = 'learning-technologies@example.org'
