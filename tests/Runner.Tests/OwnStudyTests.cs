using Research.Numerics;
using Research.Pipeline;

#pragma warning disable CA1050 // a study in no namespace is what one of the tests is about

namespace Research.Runner.Tests
{
    public class OwnStudyTests
    {
        [Fact]
        public void A_study_has_the_name_of_its_folder_the_experiments_of_its_namespace_and_the_figures_that_are_embedded()
        {
            Study study = Assert.Single(new SumStudy().Studies);
            Assert.Equal(("Tests", "Sums"), (study.Name, study.Title));
            Assert.Equal(["Tests.Sums"], study.Experiments(Profile.Quick).Select(experiment => experiment.Target));
            Assert.Empty(study.Experiments(Profile.Paper));
            Assert.Equal(6, study.Claims["c-1"].Value);
        }

        [Fact]
        public void A_study_without_figures_has_none() => Assert.Empty(new Elsewhere.Quiet().Studies[0].Claims.All);

        [Fact]
        public void A_study_in_no_namespace_is_told_to_stand_in_one()
        {
            var error = Assert.Throws<ResearchException>(() => new Homeless().Studies);
            Assert.StartsWith("Homeless stands in no namespace", error.Message, StringComparison.Ordinal);
        }
    }
}

namespace Elsewhere
{
    internal sealed class Quiet : Research.Runner.OwnStudy
    {
        public override string Title => "Nothing published";
    }
}

internal sealed class Homeless : Research.Runner.OwnStudy
{
    public override string Title => "In no namespace";
}
