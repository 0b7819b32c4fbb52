using Research.Report.Exports.Input;

namespace Research.Report.Tests.Exports.Input;

public class AuthorTests
{
    [Fact]
    public void A_name_of_a_list_has_the_family_name_first()
    {
        var author = Author.OfSortedName("Sendlmeier, W. F.");
        Assert.Equal(("Sendlmeier", "W. F.", "W. F. Sendlmeier"), (author.Family, author.Given, author.Name));
        Assert.Equal("Sendlmeier, W. F.", author.SortedName);
    }

    [Fact]
    public void A_spoken_name_has_it_last() =>
        Assert.Equal("Sympetheros, Aristotelis-Georgios", Author.OfSpokenName("Aristotelis-Georgios Sympetheros").SortedName);

    [Fact]
    public void An_organisation_has_one_name()
    {
        var author = Author.OfSortedName("National Technical University of Athens");
        Assert.False(author.IsPerson);
        Assert.Equal(author.Family, author.SortedName);
        Assert.Equal(author.Family, author.Name);
    }
}
