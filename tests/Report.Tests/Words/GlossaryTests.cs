using Research.Report.Markup;
using Research.Report.Pages;
using Research.Report.Words;

namespace Research.Report.Tests.Words;

public class GlossaryTests
{
    [Fact]
    public void Words_are_found_in_headings_cells_and_sentences_in_capitals_or_small() =>
        Assert.Equal(
            ["leave-one-speaker-out", "uar", "mfcc", "lstm"],
            Glossary.In(["UAR", "mfcc 13, lstm 1x60", "leave-one-speaker-out"]).Select(item => item.Word)
        );

    [Fact]
    public void F1_is_a_formant_and_f1_a_score()
    {
        Assert.Equal(["formant"], Glossary.In(["F1"]).Select(item => item.Word));
        Assert.Equal(["f1"], Glossary.In(["f1"]).Select(item => item.Word));
    }

    [Fact]
    public void A_word_is_explained_once_where_it_first_stands()
    {
        var html = new Html();
        html.Explain(["uar"]).Explain(["uar", "leaf"]);
        string page = html.ToString();
        Assert.Equal(1, page.Split("<dfn>uar</dfn>").Length - 1);
        Assert.True(page.IndexOf("uar", StringComparison.Ordinal) < page.IndexOf("leaf", StringComparison.Ordinal));
    }
}
