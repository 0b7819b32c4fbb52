using Research.Shape.Folders;
using Research.Shape.Sources;

namespace Research.Architecture.Tests;

/// <summary>A study can be read, changed and deleted without the others; what several share stands in src/Evaluation.</summary>
public class StudiesTests
{
    [Fact]
    public void No_study_sees_another()
    {
        SourceProject experiments = Checkout.Projects.Single(project => project.Name == "Experiments");
        Offence.AssertOnlyKnown(
            FolderEdges
                .Of(experiments, Checkout.Types)
                .Where(edge => edge.From != "." && edge.To != "." && StudyOf(edge.From) != StudyOf(edge.To))
                .GroupBy(edge => $"{StudyOf(edge.From)} -> {StudyOf(edge.To)}")
                .Select(edges => new Offence(edges.Key, string.Join("; ", edges))),
            []
        );
    }

    private static string StudyOf(string folder) => folder.Split('/')[0];
}
