using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Research.Numerics;

namespace Research.Cli.Commands;

/// <summary>What is wrong with a command line, one sentence each: no type of the framework is named, and a typo gets a suggestion.</summary>
internal static partial class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed) =>
        [
            .. parsed
                .Errors.Select(error => Sentence(error.Message, parsed.CommandResult))
                .Concat(TakenForNames(parsed).Select(typo => NoOption(typo, parsed.CommandResult)))
                .Distinct(),
        ];

    // A command that takes files takes a mistyped option for one of them.
    private static IEnumerable<string> TakenForNames(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .Where(value => Option().IsMatch(value) && !Path.Exists(value));

    private static string NoOption(string typo, CommandResult command) =>
        $"{typo} is no option of this command.{Suggestions.For(typo, Names(command, options: true))} A file of that name is ./{typo}.";

    private static string Sentence(string message, CommandResult command)
    {
        if (WrongType().Match(message) is { Success: true } wrong)
        {
            return $"{wrong.Groups["name"].Value} {wrong.Groups["value"].Value}: {Needed(wrong.Groups["type"].Value)} is needed.";
        }

        if (NotAmong().Match(message) is { Success: true } other)
        {
            string[] known =
            [
                .. Quoted()
                    .Matches(other.Groups["known"].Value)
                    .Select(match => match.Groups[1].Value)
                    .Order(StringComparer.Ordinal),
            ];
            string value = other.Groups["value"].Value;
            return $"'{value}' is none of {string.Join(", ", known)}.{Suggestions.For(value, known)}";
        }

        return Unrecognized().Match(message) is { Success: true } typo
            ? message + Suggestions.For(typo.Groups[1].Value, Names(command, typo.Groups[1].Value.StartsWith('-')))
            : message;
    }

    private static string Needed(string type) =>
        type.Contains("Int", StringComparison.Ordinal) ? "a whole number"
        : type.Contains("Double", StringComparison.Ordinal) || type.Contains("Single", StringComparison.Ordinal) ? "a number"
        : type.Contains("Boolean", StringComparison.Ordinal) ? "true or false"
        : "another value";

    // Options of the command and of those above it, or commands below it.
    private static IEnumerable<string> Names(CommandResult command, bool options) =>
        options
            ? command
                .Command.Options.Concat(
                    command
                        .Command.Parents.OfType<Command>()
                        .SelectMany(parent => parent.Options.Where(option => option.Recursive))
                )
                .SelectMany(option => option.Aliases.Prepend(option.Name))
                .Where(name => name.StartsWith("--", StringComparison.Ordinal))
            : command.Command.Subcommands.Select(below => below.Name);

    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for (option|command) '(?<name>.*)' as expected type '(?<type>.*)'")]
    private static partial Regex WrongType();

    [GeneratedRegex("^Argument '(?<value>.*)' not recognized. Must be one of:(?<known>.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex("^--?[A-Za-z]")]
    private static partial Regex Option();

    [GeneratedRegex("^Unrecognized command or argument '(.*)'")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
