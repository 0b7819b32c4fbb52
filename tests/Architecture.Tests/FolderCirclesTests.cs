using Research.Shape.Folders;

namespace Research.Architecture.Tests;

/// <summary>Folders of a project use each other one way: each can be understood after those that it uses. "." is the project's own folder.</summary>
public class FolderCirclesTests
{
    [Fact]
    public void Folders_of_a_project_form_no_circles() =>
        Offence.AssertOnlyKnown(
            from project in Checkout.Projects
            from circle in FolderCircle.Among(FolderEdges.Of(project, Checkout.Types))
            from folder in circle.Folders
            select new Offence(
                $"{project.Name}/{folder}",
                $"stands in a circle of {string.Join(", ", circle.Folders)}: {circle}"
            ),
            []
        );
}
