stories = { $count ->
    [one] { $count } история
    [few] { $count } истории
    [many] { $count } историй
   *[other] { $count } истории
}
