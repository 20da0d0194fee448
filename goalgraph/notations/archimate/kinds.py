"""What the element types of ArchiMate are in Strat, and which of them make up a plan.

Names of ArchiMate 2 stand beside those of ArchiMate 3. A type that is in no table (Assessment, Meaning, Gap,
Location, Grouping, and whatever is unknown) is left out.
"""

JUNCTIONS = frozenset({"Junction", "AndJunction", "OrJunction", "XorJunction"})
ASSESSMENT = "Assessment"
GROUPING = "Grouping"
ENDS_OF_ENDS = frozenset({"Driver", "Value"})
# States, moments, laws, problems and risks: what no link ties to a purpose is neither means nor value.
NOTHING_ALONE = frozenset({"Driver", "ImplementationEvent", "Plateau"})
WHOLE_TO_PART = frozenset({"Composition", "Aggregation"})
# Whose purpose is whose: a unit has no rank.
RANKS = {"value": 2, "objective": 1, "means": 0, "asset": 0}

# Motivation, strategy, implementation and migration.
_PLAN = {
    "value": "Value Driver",
    "objective": "Goal Outcome",
    "means": "Requirement Constraint Principle CourseOfAction Capability ValueStream WorkPackage Deliverable "
    "ImplementationEvent Plateau",
    "asset": "Resource",
    "unit": "Stakeholder",
}
# Business, application, technology, physical.
_CORE = {
    "means": "BusinessInterface BusinessProcess BusinessFunction BusinessInteraction BusinessActivity BusinessEvent "
    "BusinessService "
    "ApplicationComponent ApplicationCollaboration ApplicationInterface ApplicationFunction ApplicationInteraction "
    "ApplicationProcess ApplicationEvent ApplicationService "
    "Node Device SystemSoftware TechnologyCollaboration TechnologyInterface Path CommunicationNetwork "
    "TechnologyFunction TechnologyProcess TechnologyInteraction TechnologyEvent TechnologyService "
    "InfrastructureInterface InfrastructureFunction InfrastructureService CommunicationPath Network "
    "Equipment Facility DistributionNetwork",
    "asset": "BusinessObject Contract Representation Product DataObject Artifact Material",
    "unit": "BusinessActor BusinessRole BusinessCollaboration",
}


def _by_type(table: dict[str, str]) -> dict[str, str]:
    return {name: kind for kind, names in table.items() for name in names.split()}


PLAN_KINDS = _by_type(_PLAN)
KINDS = PLAN_KINDS | _by_type(_CORE)
