namespace Research.Site.Content;

/// <summary>A page of the documentation.</summary>
/// <param name="Path">Of its file within the site, with '/': "guides/engine.html".</param>
/// <param name="Title">For the contents and the window.</param>
/// <param name="Chapter">Which part of the contents names it; null for none, as other pages lead to it.</param>
/// <param name="Source">Of its text within the repository, with '/'; links in the text are relative to it. What code wrote has the file that it would have had.</param>
/// <param name="Text">In Markdown.</param>
public sealed record SitePage(string Path, string Title, string? Chapter, string Source, string Text);
